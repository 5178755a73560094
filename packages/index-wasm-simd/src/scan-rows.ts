import { rowsPerBlock, rowsPerChunk, type GroupKernels } from '@sr/simd-cosine';
import type { ChunkMemory } from './chunk-memory.ts';
import type { Gatherer, ScoredRows } from './gatherer.ts';
import type { Scorer } from './scorer.ts';

export interface RowScan {
  readonly kernels: GroupKernels;
  readonly memory: ChunkMemory;
  readonly scorer: Scorer;
  readonly gatherer: Gatherer;
  readonly rowCount: number;
  readonly dimensions: number;
  /** Of unit length, shape [Q, D]. */
  readonly queries: Float32Array;
  /** Only rows of these groups, ascending; undefined: all rows. */
  readonly allowed: Int32Array | undefined;
}

interface QueryState {
  readonly query: number;
  readonly state: number;
}

const scoresBytes = rowsPerChunk * 4;
/** So many queries share a pass that their states stay in the second-level cache, beside a chunk. */
const passBytes = 2 ** 18;

/**
 * Passes over the rows; a chunk is scored for several queries while it is in the caches. The work area:
 * scores of a chunk, allowed groups, then query and state for each query of a pass.
 * @param onResult called for each query in turn with the address of its result and its entries.
 */
export function scanRows(
  scan: RowScan,
  onResult: (position: number, result: number, count: number) => void,
): void {
  const { memory, scorer, gatherer, dimensions, queries, allowed } = scan;
  const queryCount = queries.length / dimensions;
  const stepBytes = scorer.queryBytes + gatherer.stateBytes;
  const queriesPerPass = Math.min(queryCount, Math.max(1, Math.floor(passBytes / stepBytes)));
  const statesOffset = scoresBytes + Math.ceil((allowed?.length ?? 0) / 4) * 16;
  memory.reserveWork(statesOffset + queriesPerPass * stepBytes);
  if (allowed) memory.integers.set(allowed, (memory.work + scoresBytes) / 4);

  const stateOf = (place: number): QueryState => {
    const query = memory.work + statesOffset + place * stepBytes;
    return { query, state: query + scorer.queryBytes };
  };
  for (let position = 0; position < queryCount; position += queriesPerPass) {
    const states = Array.from({ length: Math.min(queriesPerPass, queryCount - position) }, (_, i) =>
      stateOf(i),
    );
    for (const [i, { query, state }] of states.entries()) {
      storeQuery(scan, position + i, query);
      gatherer.start(state);
    }
    passOverRows(scan, states);
    for (const [i, { query, state }] of states.entries()) {
      const count = gatherer.finish(state, query);
      onResult(position + i, state + gatherer.resultOffset, count);
    }
  }
}

function storeQuery({ memory, scorer, queries, dimensions }: RowScan, position: number, query: number): void {
  memory.floats.set(queries.subarray(position * dimensions, (position + 1) * dimensions), query / 4);
  memory.floats.fill(0, query / 4 + dimensions, query / 4 + scorer.queryStride);
  scorer.prepare(query);
}

function passOverRows(scan: RowScan, states: readonly QueryState[]): void {
  const { memory, scorer, gatherer, rowCount } = scan;
  for (let position = 0; position * rowsPerChunk < rowCount; position++) {
    const chunk = memory.chunkAddress(position);
    const end = Math.min(rowsPerChunk, rowCount - position * rowsPerChunk);
    const rows = {
      chunk,
      rows: memory.rowsAddress(position),
      first: firstToScore(scan, chunk, end),
      end,
      scores: memory.work,
    };
    if (rows.first >= end) continue;
    for (const { query, state } of states) {
      scorer.score(rows, query);
      maskScores(scan, rows);
      gatherer.take(rows, state, query);
    }
  }
}

/** Rows of a group mostly lie side by side, so that a filter passes over most chunks. */
function firstToScore({ kernels, memory, allowed }: RowScan, chunk: number, end: number): number {
  if (!allowed) return 0;
  const first = kernels.firstAllowed(chunk, 0, end, memory.work + scoresBytes, allowed.length);
  return first === end ? end : first - (first % rowsPerBlock);
}

function maskScores({ kernels, memory, allowed }: RowScan, { chunk, first, end, scores }: ScoredRows): void {
  if (allowed) kernels.maskGroups(chunk, first, end, scores, memory.work + scoresBytes, allowed.length);
}
