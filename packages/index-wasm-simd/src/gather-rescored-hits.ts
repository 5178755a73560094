import { rowsPerChunk } from '@sr/simd-cosine';
import type { Gatherer } from './gatherer.ts';
import { candidateBytes, type Rescoring } from './rescoring.ts';

/** Words of a BestSearch, which assembly/rescore-best.ts of @sr/simd-cosine describes. */
const words = {
  keep: 0,
  bar: 1,
  lowers: 2,
  hits: 4,
  hitsHeld: 5,
  candidates: 6,
  candidateCount: 7,
  rescored: 8,
};
const searchBytes = 48;
const belowAllScores = -3.4028234663852886e38; // the least finite float32: −Infinity marks rows to pass over

/**
 * The best rows by float32 score, of int8 scores. Result: as `hitGatherer`'s. State:
 *
 *   byte 0   BestSearch
 *   byte 48  hits        8 bytes [keep]
 *            lowers      8 bytes [keep]
 *            candidates  16 bytes [candidateLimit + rowsPerChunk]
 */
export function rescoredHitGatherer(rescoring: Rescoring, keep: number): Gatherer {
  const { kernels, memory, rowBytes, int8QueryOffset, onRescored } = rescoring;
  const heapBytes = Math.ceil(keep / 2) * 16;
  const lowersOffset = searchBytes + heapBytes;
  const candidatesOffset = lowersOffset + heapBytes;
  // Beyond it they are scored before the next chunk, which may bring as many as it has rows.
  const candidateLimit = 1024 + keep;

  function rescore(state: number, query: number): void {
    kernels.rescoreBest(state, query, rowBytes / 4);
  }

  return {
    stateBytes: candidatesOffset + (candidateLimit + rowsPerChunk) * candidateBytes,
    resultOffset: searchBytes,
    start(state) {
      const search = state / 4;
      memory.integers.fill(0, search, search + searchBytes / 4);
      memory.integers[search + words.keep] = keep;
      memory.integers[search + words.lowers] = state + lowersOffset;
      memory.integers[search + words.hits] = state + searchBytes;
      memory.integers[search + words.candidates] = state + candidatesOffset;
      memory.floats[search + words.bar] = belowAllScores;
    },
    take({ chunk, rows, first, end, scores }, state, query) {
      const int8Query = query + int8QueryOffset;
      kernels.collectBest(chunk, first, end, scores, rows, rowBytes, int8Query, state);
      if (memory.integers[state / 4 + words.candidateCount]! > candidateLimit) rescore(state, query);
    },
    finish(state, query) {
      rescore(state, query);
      onRescored?.(memory.integers[state / 4 + words.rescored]!);
      const held = memory.integers[state / 4 + words.hitsHeld]!;
      kernels.sortHits(state + searchBytes, held);
      return held;
    },
  };
}
