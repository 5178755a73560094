import { groupsOffset } from './row-chunk';

/**
 * @param allowed address of int32 [allowedCount], ascending.
 * @returns the first of rows `first` … `end` − 1 of a chunk whose group is allowed; `end` where none is.
 */
export function firstAllowed(chunk: usize, first: i32, end: i32, allowed: usize, allowedCount: i32): i32 {
  for (let row = first; row < end; row++) {
    if (contains(allowed, allowedCount, groupOf(chunk, row))) return row;
  }
  return end;
}

/**
 * Sets the scores of rows `first` … `end` − 1 outside the allowed groups to −Infinity, which everything
 * that reads scores passes over.
 *
 * scores   float32 [256]
 * allowed  int32 [allowedCount], ascending
 */
export function maskGroups(
  chunk: usize,
  first: i32,
  end: i32,
  scores: usize,
  allowed: usize,
  allowedCount: i32,
): void {
  // Rows of a group mostly lie side by side, so the last answer is mostly the next.
  let group = -1;
  let isAllowed = false;
  for (let row = first; row < end; row++) {
    const rowGroup = groupOf(chunk, row);
    if (rowGroup != group) {
      group = rowGroup;
      isAllowed = contains(allowed, allowedCount, group);
    }
    if (!isAllowed) store<f32>(scores + ((<usize>row) << 2), -Infinity);
  }
}

/**
 * Raises the best score of each group to that of the best row among rows `first` … `end` − 1. Rows of
 * groups from `groupCount` on are left out.
 *
 * scores  float32 [256]
 * best    float32 [groupCount]
 */
export function raisePerGroup(
  chunk: usize,
  first: i32,
  end: i32,
  scores: usize,
  best: usize,
  groupCount: i32,
): void {
  for (let row = first; row < end; row++) {
    const group = groupOf(chunk, row);
    if (group >= groupCount) continue;
    const slot = best + ((<usize>group) << 2);
    const score = load<f32>(scores + ((<usize>row) << 2));
    if (score > load<f32>(slot)) store<f32>(slot, score);
  }
}

// @ts-ignore: decorator
@inline
export function groupOf(chunk: usize, row: i32): i32 {
  return load<i32>(chunk + ((<usize>row) << 2), groupsOffset);
}

function contains(ascending: usize, count: i32, value: i32): bool {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (load<i32>(ascending + ((<usize>middle) << 2)) < value) low = middle + 1;
    else high = middle;
  }
  return low < count && load<i32>(ascending + ((<usize>low) << 2)) == value;
}
