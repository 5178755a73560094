const mostExamples = 8;
/** The least typical members are the ones that may not belong. */
const typicalShare = 0.75;

/**
 * Begins with the row that is nearest to the mean, and goes on with the one that is furthest from all
 * that have been chosen, among the typical ones.
 * @param rows float32, unit length, shape [M, D].
 * @returns positions of at most 8 rows.
 */
export function chooseExamples(rows: Float32Array, dimensions: number): readonly number[] {
  const count = rows.length / dimensions;
  const mean = new Float32Array(dimensions);
  rows.forEach((value, i) => (mean[i % dimensions]! += value / count));
  const row = (i: number) => rows.subarray(i * dimensions, (i + 1) * dimensions);
  const typicality = Array.from({ length: count }, (_, i) => dot(row(i), mean));
  const [first, ...others] = [...typicality.keys()]
    .toSorted((a, b) => typicality[b]! - typicality[a]!)
    .slice(0, Math.max(2, Math.ceil(count * typicalShare)));
  const chosen = [first!];
  const left = new Set(others);
  while (chosen.length < mostExamples && left.size > 0) {
    const closeness = (i: number) => Math.max(...chosen.map((other) => dot(row(i), row(other))));
    const next = [...left].reduce((least, i) => (closeness(i) < closeness(least) ? i : least));
    chosen.push(next);
    left.delete(next);
  }
  return chosen;
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
