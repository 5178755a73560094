/** @returns a copy of the rows at these positions, in their order. */
export function takeRows(rows: Float32Array, dimensions: number, positions: readonly number[]): Float32Array {
  const taken = new Float32Array(positions.length * dimensions);
  positions.forEach((from, to) => {
    taken.set(rows.subarray(from * dimensions, (from + 1) * dimensions), to * dimensions);
  });
  return taken;
}
