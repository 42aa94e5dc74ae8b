"""HNSW against brute force: time of a query, and how many of the true ten nearest it finds."""

import time

import numpy as np

from archive_gui.search.index import ExactIndex, HnswIndex

COUNT, DIMENSIONS, QUERIES, CLUSTERS = 100_000, 256, 200, 2_000


def main() -> None:
    rng = np.random.default_rng(0)
    centres = rng.normal(size=(CLUSTERS, DIMENSIONS)).astype(np.float32)
    vectors = 2 * centres[rng.integers(0, CLUSTERS, COUNT)]
    vectors += rng.normal(size=vectors.shape).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    labels = np.arange(COUNT, dtype=np.int64)
    started = time.perf_counter()
    graph = HnswIndex.build(vectors, labels)
    print(f"built of {COUNT:,} vectors in {time.perf_counter() - started:.1f} s")
    exact = ExactIndex(vectors, labels)
    seconds, found = {}, {}
    for name, index in (("brute force", exact), ("HNSW", graph)):
        started = time.perf_counter()
        found[name] = [set(index.search(query, 10)[0].tolist()) for query in vectors[:QUERIES]]
        seconds[name] = (time.perf_counter() - started) / QUERIES
    pairs = zip(found["brute force"], found["HNSW"], strict=True)
    recall = np.mean([len(a & b) / 10 for a, b in pairs])
    for name, each in seconds.items():
        print(f"{name:12} {1000 * each:8.3f} ms a query")
    ratio = seconds["brute force"] / seconds["HNSW"]
    print(f"HNSW is {ratio:.1f} times as fast, recall@10 {recall:.4f}")


if __name__ == "__main__":
    main()
