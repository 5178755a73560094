import { SrError } from '@sr/core';
import { pageBytes, rowsPerBlock, strideOf, type WasmMemory } from '@sr/simd-cosine';

/**
 * WebAssembly memory laid out as a table that grows. From address 0, for `capacity` rows, a multiple
 * of whole blocks, so that every region begins at a multiple of 16 bytes:
 *
 *   blocks  float32 [capacity / 8, stride / 4, 8, 4]   rows, interleaved; lanes without a row's element are zero
 *   ids     int32 [capacity]
 *   groups  int32 [capacity]
 *   scores  float32 [capacity]                         of the running search
 *   work    anything                                   of the running search: see `reserveWork`
 */
export interface TableMemory {
  readonly layout: TableLayout;
  /** All of the memory; made anew when it grows, so it is not to be kept over a reservation. */
  readonly floats: Float32Array;
  /** The same bytes as integers. */
  readonly integers: Int32Array;
  /** Makes room for `count` rows. @throws SR_INDEX_FULL, having changed nothing. */
  reserveRows(count: number): void;
  /** Makes room for that many bytes from `layout.work` on. @throws SR_INDEX_FULL, having changed nothing. */
  reserveWork(sizeBytes: number): void;
}

/** Addresses in bytes. */
interface TableLayout {
  readonly capacity: number;
  readonly ids: number;
  readonly groups: number;
  readonly scores: number;
  readonly work: number;
}

export interface TableMemorySettings {
  readonly memory: WasmMemory;
  readonly dimensions: number;
  /** The most that `memory` can grow to. */
  readonly limitBytes: number;
  /** Who asks, for messages. */
  readonly owner: string;
}

// Growing by an eighth keeps idle memory below that share, and what a growth moves is 8 bytes a row.
const growthFactor = 1.125;

export function createTableMemory({
  memory,
  dimensions,
  limitBytes,
  owner,
}: TableMemorySettings): TableMemory {
  const capacityLimit = mostRows(dimensions, limitBytes);
  let layout = layoutFor(0, dimensions);
  let floats = new Float32Array(memory.buffer);
  let integers = new Int32Array(memory.buffer);

  function reserveBytes(neededBytes: number): void {
    const missingBytes = neededBytes - memory.buffer.byteLength;
    if (missingBytes <= 0) return;
    try {
      memory.grow(Math.ceil(missingBytes / pageBytes));
    } catch (cause) {
      throw indexFull(owner, limitBytes, neededBytes, { cause });
    }
    floats = new Float32Array(memory.buffer);
    integers = new Int32Array(memory.buffer);
  }

  return {
    get layout() {
      return layout;
    },
    get floats() {
      return floats;
    },
    get integers() {
      return integers;
    },
    reserveRows(count) {
      if (count <= layout.capacity) return;
      if (count > capacityLimit) throw indexFull(owner, limitBytes, layoutFor(count, dimensions).work);
      const generous = Math.min(Math.ceil(layout.capacity * growthFactor), capacityLimit);
      const next = layoutFor(Math.max(count, generous), dimensions);
      const usedBytes = memory.buffer.byteLength;
      reserveBytes(next.work);
      // What moves furthest goes first. Memory that was not there before is zero already.
      moveIntegers(integers, layout.groups, next.groups, layout.capacity);
      moveIntegers(integers, layout.ids, next.ids, layout.capacity);
      integers.fill(0, layout.ids / 4, Math.min(next.ids, usedBytes) / 4);
      layout = next;
    },
    reserveWork(sizeBytes) {
      reserveBytes(layout.work + sizeBytes);
    },
  };
}

/** The largest capacity that fits, and that a Map of ids can hold. */
export function mostRows(dimensions: number, limitBytes: number): number {
  const wholeBlocks = Math.floor(limitBytes / rowBytes(dimensions) / rowsPerBlock) * rowsPerBlock;
  return Math.min(wholeBlocks, 2 ** 24);
}

// Its floats, its id, its group and its score.
function rowBytes(dimensions: number): number {
  return 4 * (strideOf(dimensions) + 3);
}

function layoutFor(rowCount: number, dimensions: number): TableLayout {
  const capacity = Math.ceil(rowCount / rowsPerBlock) * rowsPerBlock;
  const ids = capacity * strideOf(dimensions) * 4;
  const groups = ids + capacity * 4;
  const scores = groups + capacity * 4;
  return { capacity, ids, groups, scores, work: scores + capacity * 4 };
}

function moveIntegers(integers: Int32Array, from: number, to: number, count: number): void {
  integers.copyWithin(to / 4, from / 4, from / 4 + count);
}

function indexFull(owner: string, limitBytes: number, neededBytes: number, options?: ErrorOptions): SrError {
  return new SrError(
    'SR_INDEX_FULL',
    `${owner} needs ${neededBytes} bytes of memory and may have ${limitBytes}; spread the rows over several indexes.`,
    { limitBytes, neededBytes },
    options,
  );
}
