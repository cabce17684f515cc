-- A version never changes; the body is the document that the digest is of.
create table reference_panel (
  version text collate "C" primary key,
  digest text not null,
  as_of text not null,
  teachers integer not null,
  models integer not null,
  families integer not null,
  body text not null,
  stored_at timestamptz not null
);

-- What a promptId of a panel asks, once somebody has said it.
create table panel_prompt (
  panel text collate "C" not null references reference_panel on delete cascade,
  prompt_id text collate "C" not null,
  prompt text not null,
  prompt_sha256 text not null,
  primary key (panel, prompt_id)
);

create table panel_output (
  panel text collate "C" not null references reference_panel on delete cascade,
  prompt_id text collate "C" not null,
  model text collate "C" not null,
  output text not null,
  output_sha256 text not null,
  primary key (panel, prompt_id, model)
);
