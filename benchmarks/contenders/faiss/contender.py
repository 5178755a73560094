"""faiss's exact index as a contender: JSON lines in, JSON lines out; see src/benches/search/faiss-process.ts.

One thread, one query at a time, like the others.
"""

import json
import sys
import time
from importlib.metadata import version

import faiss
import numpy as np

MS = 1000.0


def main() -> None:
    """Until stdin ends: first the rows, then any number of queries."""
    faiss.omp_set_num_threads(1)
    settings = json.loads(sys.stdin.readline())
    shape = (settings['rowCount'], settings['dimensions'])
    rows = np.fromfile(settings['file'], dtype=np.float32).reshape(shape)
    index = faiss.IndexFlatIP(settings['dimensions'])
    start = time.perf_counter()
    index.add(rows)
    answer({'buildMs': (time.perf_counter() - start) * MS})
    del rows
    for line in sys.stdin:
        answer(search(index, json.loads(line)))


def search(index: faiss.IndexFlatIP, request: dict) -> dict:
    """Each query in turn."""
    queries = np.asarray(request['queries'], dtype=np.float32)
    latencies: list[float] = []
    nearest: list[int] = []
    for query in queries:
        row = query.reshape(1, -1)
        start = time.perf_counter()
        _, ids = index.search(row, request['k'])
        latencies.append((time.perf_counter() - start) * MS)
        nearest.append(int(ids[0, 0]))
    return {'latenciesMs': latencies, 'nearest': nearest}


def answer(value: dict) -> None:
    """One line."""
    print(json.dumps(value), flush=True)


if __name__ == '__main__':
    if sys.argv[1:] == ['--versions']:
        answer({package: version(package) for package in ('faiss-cpu', 'numpy')})
    else:
        main()
