import type { Kernels } from '@sr/simd-cosine';
import type { ChunkMemory } from './chunk-memory.ts';

/** What gatherers that score candidates again in float32 need to know. Offsets and sizes are in bytes. */
export interface Rescoring {
  readonly kernels: Kernels;
  readonly memory: ChunkMemory;
  /** Of a row for rescoring. */
  readonly rowBytes: number;
  /** Of the int8 query, from the float32 one. */
  readonly int8QueryOffset: number;
  /** Told how many rows each query had scored again. */
  readonly onRescored: ((rowCount: number) => void) | undefined;
}

export const candidateBytes = 16;
