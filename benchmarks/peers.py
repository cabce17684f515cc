#!/usr/bin/env python3
"""Times the Python implementations that users would reach for, on the inputs of the benchmarks here.

Run it in the same minutes and on the same core as the JMH runner: only figures of one run compare.
What is not installed is said to be missing, never guessed.

  pip install tiktoken transformers torch
  taskset -c 0 python3 benchmarks/peers.py [--ranks cl100k_base.tiktoken]
"""

import argparse
import base64
import pathlib
import random
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
VOCABULARY = 50257


def best_seconds(work, least_rounds=5, least_seconds=3.0):
    """The fastest round, as noise only ever adds."""
    best, spent, rounds = float("inf"), 0.0, 0
    while rounds < least_rounds or spent < least_seconds:
        start = time.perf_counter()
        work()
        took = time.perf_counter() - start
        best, spent, rounds = min(best, took), spent + took, rounds + 1
    return best


def pages():
    docs = (ROOT / "docs").rglob("*.md")
    return "".join(page.read_text() for page in sorted(docs))


def cl100k(ranks):
    import tiktoken

    if ranks is None:
        return tiktoken.get_encoding("cl100k_base")
    lines = pathlib.Path(ranks).read_bytes().splitlines()
    mergeable = {base64.b64decode(token): int(rank) for token, rank in map(bytes.split, lines)}
    pattern = (
        r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+"
        r"| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s"
    )
    return tiktoken.Encoding(
        "cl100k_base", pat_str=pattern, mergeable_ranks=mergeable, special_tokens={}
    )


def time_tiktoken(ranks):
    encoding, text = cl100k(ranks), pages()
    tokens = len(encoding.encode_ordinary(text))
    seconds = best_seconds(lambda: encoding.encode_ordinary(text))
    print(f"tiktoken cl100k_base: {seconds * 1e3:.2f} ms for {tokens} tokens of docs/")


def time_transformers(seeding):
    import torch
    from transformers import PretrainedConfig, WatermarkDetector, WatermarkingConfig

    torch.set_num_threads(1)
    config = PretrainedConfig(vocab_size=VOCABULARY, bos_token_id=VOCABULARY)  # never drawn
    watermark = WatermarkingConfig(
        greenlist_ratio=0.25,
        hashing_key=20261124,
        seeding_scheme=seeding,
        context_width=1 if seeding == "lefthash" else 4,
    )
    source = random.Random(1)

    def score():
        # New ids and a new detector each time: the reference remembers what it scored.
        ids = torch.tensor([[source.randrange(VOCABULARY) for _ in range(200)]])
        detector = WatermarkDetector(config, "cpu", watermark, ignore_repeated_ngrams=True)
        detector(ids, return_dict=True)

    print(f"transformers {seeding}, cold: {200 / best_seconds(score):.0f} tokens/s")


def attempt(name, work):
    try:
        work()
    except ImportError as missing:
        print(f"{name}: not measured, {missing.name} is not installed")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ranks", help="cl100k_base.tiktoken, where tiktoken may not download it")
    arguments = parser.parse_args()
    attempt("tiktoken", lambda: time_tiktoken(arguments.ranks))
    for seeding in ("lefthash", "selfhash"):
        attempt(f"transformers {seeding}", lambda: time_transformers(seeding))


if __name__ == "__main__":
    main()
