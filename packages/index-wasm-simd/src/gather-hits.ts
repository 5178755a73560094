import type { ScoreKernels } from '@sr/simd-cosine';
import type { ChunkMemory } from './chunk-memory.ts';
import type { Gatherer } from './gatherer.ts';

/**
 * The best rows by score. Result: hits of 8 bytes, int32 id and float32 score. State:
 *
 *   byte 0   int32   held
 *   byte 16  hits    8 bytes [keep]
 */
export function hitGatherer(kernels: ScoreKernels, memory: ChunkMemory, keep: number): Gatherer {
  const hitsOffset = 16;
  return {
    stateBytes: hitsOffset + Math.ceil(keep / 2) * 16,
    resultOffset: hitsOffset,
    start(state) {
      memory.integers[state / 4] = 0;
    },
    take({ chunk, first, end, scores }, state) {
      const held = memory.integers[state / 4]!;
      const hits = state + hitsOffset;
      memory.integers[state / 4] = kernels.keepBest(chunk, first, end, scores, hits, held, keep);
    },
    finish(state) {
      const held = memory.integers[state / 4]!;
      kernels.sortHits(state + hitsOffset, held);
      return held;
    },
  };
}
