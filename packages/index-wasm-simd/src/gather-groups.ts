import type { GroupKernels } from '@sr/simd-cosine';
import type { ChunkMemory } from './chunk-memory.ts';
import type { Gatherer } from './gatherer.ts';

/** The best score of each group. State and result: float32 [groupCount]. */
export function groupGatherer(kernels: GroupKernels, memory: ChunkMemory, groupCount: number): Gatherer {
  return {
    stateBytes: Math.ceil(groupCount / 4) * 16,
    resultOffset: 0,
    start(state) {
      memory.floats.fill(-Infinity, state / 4, state / 4 + groupCount);
    },
    take({ chunk, first, end, scores }, state) {
      kernels.raisePerGroup(chunk, first, end, scores, state, groupCount);
    },
    finish: () => groupCount,
  };
}
