/**
 * Sets the scores of rows outside the allowed groups to −Infinity, which `topHits` passes over.
 *
 * scores   float32 [rowCount]
 * groups   int32 [rowCount]
 * allowed  int32 [allowedCount], ascending
 */
export function maskGroups(
  scores: usize,
  groups: usize,
  rowCount: i32,
  allowed: usize,
  allowedCount: i32,
): void {
  // Rows of a group mostly lie side by side, so the last answer is mostly the next.
  let group = -1;
  let isAllowed = false;
  for (let row = 0; row < rowCount; row++) {
    const rowGroup = load<i32>(groups + ((<usize>row) << 2));
    if (rowGroup != group) {
      group = rowGroup;
      isAllowed = contains(allowed, allowedCount, group);
    }
    if (!isAllowed) store<f32>(scores + ((<usize>row) << 2), -Infinity);
  }
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

/**
 * The best score of each group; −Infinity for a group without rows. Rows of other groups are left out.
 *
 * scores  float32 [rowCount]
 * groups  int32 [rowCount], not negative
 * best    float32 [groupCount]
 */
export function bestPerGroup(
  scores: usize,
  groups: usize,
  rowCount: i32,
  best: usize,
  groupCount: i32,
): void {
  for (let group = 0; group < groupCount; group++) store<f32>(best + ((<usize>group) << 2), -Infinity);
  for (let row = 0; row < rowCount; row++) {
    const group = load<i32>(groups + ((<usize>row) << 2));
    if (group >= groupCount) continue;
    const slot = best + ((<usize>group) << 2);
    const score = load<f32>(scores + ((<usize>row) << 2));
    if (score > load<f32>(slot)) store<f32>(slot, score);
  }
}
