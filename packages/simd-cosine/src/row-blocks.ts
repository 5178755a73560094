/** Rows that `cosineRows` scores together, interleaved in memory; the layout is drawn in assembly/cosine-rows.ts. */
export const rowsPerBlock = 8;

const lanes = 4; // laneOffset relies on it
const lanesPerStep = lanes * rowsPerBlock;

/** Float32 elements that a row takes: dimensions rounded up to whole lanes. */
export function strideOf(dimensions: number): number {
  return Math.ceil(dimensions / lanes) * lanes;
}

/**
 * Copies a row into its place among the blocks. Lanes beyond the dimensions are left as they are:
 * they must be zero.
 * @param blocks float32 [blockCount, stride / 4, rowsPerBlock, 4].
 * @param slot position of the row among all rows of the blocks.
 * @param rows float32, row-major, shape [N, dimensions].
 * @param position of the row in `rows`.
 */
export function storeRow(
  blocks: Float32Array,
  slot: number,
  rows: Float32Array,
  position: number,
  dimensions: number,
): void {
  const source = position * dimensions;
  const target = firstLane(slot, dimensions);
  for (let i = 0; i < dimensions; i++) blocks[target + laneOffset(i)] = rows[source + i]!;
}

/** The inverse of `storeRow`: copies the row at `slot` to `position` in `rows`. */
export function loadRow(
  blocks: Float32Array,
  slot: number,
  rows: Float32Array,
  position: number,
  dimensions: number,
): void {
  const source = firstLane(slot, dimensions);
  const target = position * dimensions;
  for (let i = 0; i < dimensions; i++) rows[target + i] = blocks[source + laneOffset(i)]!;
}

/** Overwrites the row at `to` with the one at `from`. */
export function moveRow(blocks: Float32Array, from: number, to: number, dimensions: number): void {
  const source = firstLane(from, dimensions);
  const target = firstLane(to, dimensions);
  for (let i = 0; i < dimensions; i++) blocks[target + laneOffset(i)] = blocks[source + laneOffset(i)]!;
}

function firstLane(slot: number, dimensions: number): number {
  const block = Math.floor(slot / rowsPerBlock);
  return block * rowsPerBlock * strideOf(dimensions) + (slot % rowsPerBlock) * lanes;
}

// By shift and mask: Math.floor and % take twice as long, and this fills every row.
function laneOffset(element: number): number {
  return (element >> 2) * lanesPerStep + (element & 3);
}
