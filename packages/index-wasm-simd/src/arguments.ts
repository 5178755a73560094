import { SrError } from '@sr/core';

/** What a caller may hand to an index, beside rows; `owner` is the index's id, for messages. */
export function assertWhole(what: string, value: number, least: number, owner: string): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new RangeError(`${owner} takes ${what} as an integer of at least ${least}, got ${value}.`);
}

export function assertGroups(groups: ArrayLike<number>, rowCount: number, owner: string): void {
  assertLength('groups', groups.length, rowCount, owner);
  for (let i = 0; i < rowCount; i++) {
    // `| 0` leaves integers below 2³¹ as they are, and nothing else.
    if (groups[i]! >= 0 && (groups[i]! | 0) === groups[i]) continue;
    throw new RangeError(
      `${owner} takes groups from 0 to 2³¹ − 1, got ${String(groups[i])} at position ${i}.`,
    );
  }
}

export function assertLength(what: string, length: number, rowCount: number, owner: string): void {
  if (length === rowCount) return;
  throw new RangeError(
    `${owner} takes one entry of ${what} for each row: expected ${rowCount}, got ${length}.`,
  );
}

export function unknownRow(id: number, owner: string): SrError {
  return new SrError(
    'SR_UNKNOWN_ROW',
    `${owner} has no row ${id}; ids come from add() and end with remove().`,
    { id },
  );
}
