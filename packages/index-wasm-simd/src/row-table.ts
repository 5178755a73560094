import { loadRow, moveRow, storeRow } from '@sr/simd-cosine';
import { unknownRow } from './arguments.ts';
import type { TableMemory } from './table-memory.ts';

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
  readonly memory: TableMemory;
  readonly dimensions: number;
  /** Who asks, for messages. */
  readonly owner: string;
}

export function createRowTable({ memory, dimensions, owner }: RowTableSettings): RowTable {
  const slots = new Map<number, number>();
  let nextId = 0;

  function slotOf(id: number): number {
    const slot = slots.get(id);
    if (slot === undefined) throw unknownRow(id, owner);
    return slot;
  }

  return {
    get rowCount() {
      return slots.size;
    },
    append(rows, groups) {
      const ids = Int32Array.from({ length: rows.length / dimensions }, (_, i) => nextId + i);
      memory.reserveRows(slots.size + ids.length);
      const { floats, integers, layout } = memory;
      integers.set(ids, layout.ids / 4 + slots.size);
      integers.set(groups, layout.groups / 4 + slots.size);
      for (const [i, id] of ids.entries()) {
        storeRow(floats, slots.size, rows, i, dimensions);
        slots.set(id, slots.size);
      }
      nextId += ids.length;
      return ids;
    },
    slotsOf: (ids) => Array.from(ids, slotOf),
    remove(ids) {
      Array.from(ids, slotOf);
      const { floats, integers, layout } = memory;
      for (const id of new Set(Array.from(ids))) {
        const slot = slotOf(id);
        slots.delete(id);
        const last = slots.size;
        if (slot === last) continue;
        moveRow(floats, last, slot, dimensions);
        for (const region of [layout.ids, layout.groups]) {
          integers[region / 4 + slot] = integers[region / 4 + last]!;
        }
        slots.set(integers[layout.ids / 4 + slot]!, slot);
      }
    },
    overwrite(targets, rows) {
      for (const [i, slot] of targets.entries()) storeRow(memory.floats, slot, rows, i, dimensions);
    },
    copy(sources) {
      const rows = new Float32Array(sources.length * dimensions);
      for (const [i, slot] of sources.entries()) loadRow(memory.floats, slot, rows, i, dimensions);
      return rows;
    },
  };
}
