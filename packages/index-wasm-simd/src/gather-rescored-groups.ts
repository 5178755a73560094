import { rowsPerChunk } from '@sr/simd-cosine';
import type { Gatherer } from './gatherer.ts';
import { candidateBytes, type Rescoring } from './rescoring.ts';

/** Words of a GroupSearch, which assembly/rescore-groups.ts of @sr/simd-cosine describes. */
const words = { groupCount: 0, lowers: 1, best: 2, candidates: 3, candidateCount: 4, rescored: 5 };
const searchBytes = 32;

/**
 * The best float32 score of each group, of int8 scores. Result: as `groupGatherer`'s. State:
 *
 *   byte 0   GroupSearch
 *   byte 32  best        float32 [groupCount]
 *            lowers      float32 [groupCount]
 *            candidates  16 bytes [candidateLimit + rowsPerChunk]
 */
export function rescoredGroupGatherer(rescoring: Rescoring, groupCount: number): Gatherer {
  const { kernels, memory, rowBytes, int8QueryOffset, onRescored } = rescoring;
  const groupBytes = Math.ceil(groupCount / 4) * 16;
  const candidatesOffset = searchBytes + 2 * groupBytes;
  // Beyond it they are scored before the next chunk, which may bring as many as it has rows.
  const candidateLimit = 1024 + groupCount;

  function rescore(state: number, query: number): void {
    kernels.rescorePerGroup(state, query, rowBytes / 4);
  }

  return {
    stateBytes: candidatesOffset + (candidateLimit + rowsPerChunk) * candidateBytes,
    resultOffset: searchBytes,
    start(state) {
      const search = state / 4;
      memory.integers.fill(0, search, search + searchBytes / 4);
      memory.integers[search + words.groupCount] = groupCount;
      memory.integers[search + words.best] = state + searchBytes;
      memory.integers[search + words.lowers] = state + searchBytes + groupBytes;
      memory.integers[search + words.candidates] = state + candidatesOffset;
      memory.floats.fill(-Infinity, (state + searchBytes) / 4, (state + candidatesOffset) / 4);
    },
    take({ chunk, rows, first, end, scores }, state, query) {
      const int8Query = query + int8QueryOffset;
      kernels.collectPerGroup(chunk, first, end, scores, rows, rowBytes, int8Query, state);
      if (memory.integers[state / 4 + words.candidateCount]! > candidateLimit) rescore(state, query);
    },
    finish(state, query) {
      rescore(state, query);
      onRescored?.(memory.integers[state / 4 + words.rescored]!);
      return groupCount;
    },
  };
}
