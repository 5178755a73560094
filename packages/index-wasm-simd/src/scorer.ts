import { float32Stride, int8Stride, type Kernels } from '@sr/simd-cosine';
import type { ChunkMemory } from './chunk-memory.ts';
import { groupGatherer } from './gather-groups.ts';
import { hitGatherer } from './gather-hits.ts';
import { rescoredGroupGatherer } from './gather-rescored-groups.ts';
import { rescoredHitGatherer } from './gather-rescored-hits.ts';
import type { Gatherer, ScoredRows } from './gatherer.ts';
import type { Precision } from './precision.ts';
import type { Rescoring } from './rescoring.ts';

/** What differs between precisions in a search. */
export interface Scorer {
  /** Float32 elements of a query, zero beyond the dimensions. */
  readonly queryStride: number;
  /** What a query takes with all that is derived from it, a multiple of 16. */
  readonly queryBytes: number;
  /** Derives what `score` needs. @param query address of float32 [queryStride]. */
  prepare(query: number): void;
  /** Writes the scores. */
  score(rows: ScoredRows, query: number): void;
  gatherHits(keep: number): Gatherer;
  gatherBestPerGroup(groupCount: number): Gatherer;
}

export interface ScorerSettings {
  readonly precision: Precision;
  readonly kernels: Kernels;
  readonly memory: ChunkMemory;
  readonly dimensions: number;
  readonly onRescored: ((rowCount: number) => void) | undefined;
}

export function createScorer(settings: ScorerSettings): Scorer {
  switch (settings.precision) {
    case 'float32':
      return float32Scorer(settings);
    case 'int8':
      return int8Scorer(settings);
    case 'int8+float32':
      return rescoringScorer(settings);
  }
}

function float32Scorer({ kernels, memory, dimensions }: ScorerSettings): Scorer {
  const stride = float32Stride(dimensions);
  return {
    queryStride: stride,
    queryBytes: stride * 4,
    prepare() {
      // The query is scored as it is.
    },
    score({ chunk, first, end, scores }, query) {
      kernels.scoreFloat32(chunk, first, end, stride, query, scores);
    },
    gatherHits: (keep) => hitGatherer(kernels, memory, keep),
    gatherBestPerGroup: (groupCount) => groupGatherer(kernels, memory, groupCount),
  };
}

/** The int8 query, a struct of `int8QueryBytes`, lies behind the float32 one. */
function int8Scorer({ kernels, memory, dimensions }: ScorerSettings): Scorer {
  const stride = int8Stride(dimensions);
  const int8QueryOffset = stride * 4;
  return {
    queryStride: stride,
    queryBytes: int8QueryOffset + 16 + stride,
    prepare(query) {
      kernels.storeInt8Query(query, stride, query + int8QueryOffset);
    },
    score({ chunk, first, end, scores }, query) {
      kernels.scoreInt8(chunk, first, end, stride, query + int8QueryOffset, scores);
    },
    gatherHits: (keep) => hitGatherer(kernels, memory, keep),
    gatherBestPerGroup: (groupCount) => groupGatherer(kernels, memory, groupCount),
  };
}

function rescoringScorer(settings: ScorerSettings): Scorer {
  const { kernels, memory, dimensions, onRescored } = settings;
  const int8 = int8Scorer(settings);
  const rescoring: Rescoring = {
    kernels,
    memory,
    rowBytes: float32Stride(dimensions) * 4,
    int8QueryOffset: int8.queryStride * 4,
    onRescored,
  };
  return {
    ...int8,
    gatherHits: (keep) => rescoredHitGatherer(rescoring, keep),
    gatherBestPerGroup: (groupCount) => rescoredGroupGatherer(rescoring, groupCount),
  };
}
