-- Where every consumer group stands; the topic's id tells a topic from a later one of the same name.
create table consumed_offset (
  consumer_group text not null,
  topic text not null,
  topic_id text not null,
  partition integer not null,
  next_offset bigint not null,
  primary key (consumer_group, topic, topic_id, partition)
);

create table suspect (
  name text collate "C" primary key
);

create table detector (
  id text collate "C" primary key,
  teacher text collate "C" not null,
  declared text not null
);

create table evidence (
  id bigint generated always as identity primary key,
  suspect text collate "C" not null references suspect on delete cascade,
  detector text collate "C" not null references detector,
  version bigint not null default 0,
  unique (suspect, detector)
);

-- A log-structured merge: eight segments of one level become one of the next. A reader unites all.
create sequence evidence_segment_ids increment by 50;
create table evidence_segment (
  id bigint primary key,
  evidence_id bigint not null references evidence on delete cascade,
  part text not null check (part in ('items', 'decoys', 'coverage')),
  level integer not null,
  items bytea not null
);
create index evidence_segment_of on evidence_segment (evidence_id, part, level);
-- Hashes don't compress.
alter table evidence_segment alter column items set storage external;

-- One row per part of an output that has arrived, or per reason that it could not be used.
create table output_receipt (
  suspect text collate "C" not null references suspect on delete cascade,
  collection text collate "C" not null,
  request_id text collate "C" not null,
  output_id text collate "C" not null,
  status text collate "C" not null check (status in ('scored', 'quarantined')),
  part integer not null,
  parts integer not null,
  primary key (suspect, collection, request_id, output_id, status, part)
);

create table acceptance (
  suspect text collate "C" not null references suspect on delete cascade,
  collection text collate "C" not null,
  request_id text collate "C" not null,
  accepted integer not null,
  digest text not null,
  primary key (suspect, collection, request_id)
);

create table quarantine (
  id uuid primary key,
  received_at timestamptz not null,
  topic text not null,
  partition integer not null,
  record_offset bigint not null,
  rule text not null,
  message text not null,
  suspect text collate "C",
  collection text,
  output_id text,
  payload bytea not null,
  payload_bytes integer not null,
  payload_sha256 text not null,
  unique (topic, partition, record_offset, rule, payload_sha256)
);
create index quarantine_of_suspect on quarantine (suspect);

create table legal_case (
  name text collate "C" primary key,
  alpha double precision not null,
  effect double precision,
  power double precision not null,
  ledger_b_alpha double precision not null,
  teachers text,
  changed_at timestamptz not null
);

create table case_suspect (
  case_name text collate "C" not null references legal_case on delete cascade,
  suspect text collate "C" not null,
  primary key (case_name, suspect)
);
create index case_suspect_by_suspect on case_suspect (suspect);

create table case_reference (
  case_name text collate "C" not null references legal_case on delete cascade,
  name text collate "C" not null,
  family text not null,
  released text,
  provenance text,
  primary key (case_name, name)
);

create table report (
  id uuid primary key,
  case_name text collate "C" not null,
  suspect text collate "C" not null,
  issued_at timestamptz not null,
  version integer not null,
  idempotency_key text not null unique,
  body text not null,
  sha256 text not null
);
create index report_of_suspect on report (suspect);
