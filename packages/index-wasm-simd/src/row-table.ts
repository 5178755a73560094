import { chunkLayout, rowsPerChunk } from '@sr/simd-cosine';
import { unknownRow } from './arguments.ts';
import type { ChunkMemory } from './chunk-memory.ts';
import { createIdSlots } from './id-slots.ts';
import type { RowFormat } from './row-format.ts';

/** Rows under ids, without gaps: a removed row's place is taken by the last row, so order tells nothing. */
export interface RowTable {
  readonly rowCount: number;
  /** @returns the ids given. @throws SR_INDEX_FULL. */
  append(rows: Float32Array, groups: ArrayLike<number>): Int32Array;
  /** @returns positions in the table, until the next removal. @throws SR_UNKNOWN_ROW. */
  slotsOf(ids: ArrayLike<number>): number[];
  /** An id that occurs twice is removed once. @throws SR_UNKNOWN_ROW before anything is removed. */
  remove(ids: ArrayLike<number>): void;
  overwrite(slots: readonly number[], rows: Float32Array): void;
  copy(slots: readonly number[]): Float32Array;
}

export interface RowTableSettings {
  /** With a work area for a loose row of the format. */
  readonly memory: ChunkMemory;
  readonly format: RowFormat;
  /** Of a row that the format takes. */
  readonly looseStride: number;
  readonly dimensions: number;
  /** Who asks, for messages. */
  readonly owner: string;
}

export function createRowTable(settings: RowTableSettings): RowTable {
  const { memory, format, looseStride, dimensions, owner } = settings;
  const slots = createIdSlots((slot) => memory.integers[wordOf(slot, chunkLayout.ids)]!);
  let nextId = 0;

  /** Index in `memory.integers` of a row's word in a column of its chunk. */
  function wordOf(slot: number, column: number): number {
    const chunk = memory.chunkAddress(Math.floor(slot / rowsPerChunk));
    return (chunk + column) / 4 + (slot % rowsPerChunk);
  }

  function slotOf(id: number): number {
    const slot = slots.find(id);
    if (slot === undefined) throw unknownRow(id, owner);
    return slot;
  }

  /** Writes a row by way of the work area. */
  function store(slot: number, rows: Float32Array, position: number): void {
    const { floats, work } = memory;
    floats.set(rows.subarray(position * dimensions, (position + 1) * dimensions), work / 4);
    floats.fill(0, work / 4 + dimensions, work / 4 + looseStride);
    format.store(work, slot);
  }

  function moveRow(from: number, to: number): void {
    format.move(from, to);
    for (let column = 0; column < chunkLayout.blocks; column += chunkLayout.columnBytes) {
      memory.integers[wordOf(to, column)] = memory.integers[wordOf(from, column)]!;
    }
  }

  return {
    get rowCount() {
      return slots.size;
    },
    append(rows, groups) {
      const ids = Int32Array.from({ length: rows.length / dimensions }, (_, i) => nextId + i);
      memory.reserveChunks(Math.ceil((slots.size + ids.length) / rowsPerChunk));
      for (const [i, id] of ids.entries()) {
        const slot = slots.size;
        store(slot, rows, i);
        memory.integers[wordOf(slot, chunkLayout.ids)] = id;
        memory.integers[wordOf(slot, chunkLayout.groups)] = groups[i]!;
        slots.add(id, slot);
      }
      nextId += ids.length;
      return ids;
    },
    slotsOf: (ids) => Array.from(ids, slotOf),
    remove(ids) {
      Array.from(ids, slotOf);
      for (const id of new Set(Array.from(ids))) {
        const slot = slotOf(id);
        const last = slots.size - 1;
        slots.remove(id);
        if (slot === last) continue;
        slots.move(memory.integers[wordOf(last, chunkLayout.ids)]!, slot);
        moveRow(last, slot);
      }
    },
    overwrite(targets, rows) {
      for (const [i, slot] of targets.entries()) store(slot, rows, i);
    },
    copy(sources) {
      const rows = new Float32Array(sources.length * dimensions);
      const { floats, work } = memory;
      for (const [i, slot] of sources.entries()) {
        format.load(work, slot);
        rows.set(floats.subarray(work / 4, work / 4 + dimensions), i * dimensions);
      }
      return rows;
    },
  };
}
