/**
 * Average linkage: the two clusters whose members are nearest on average are joined, until the best pair
 * is below `leastCosine`. Deterministic, ties to the earlier. By chains of nearest neighbours (Murtagh
 * 1983), so that time grows with N².
 * @param cosines of all pairs, shape [N, N]; overwritten.
 * @returns clusters of positions, each in ascending order, the largest first.
 */
export function clusterRows(
  cosines: Float32Array,
  count: number,
  leastCosine: number,
): readonly (readonly number[])[] {
  const clusters = new Map(Array.from({ length: count }, (_, i) => [i, [i]]));
  const finished: number[][] = [];
  const chain: number[] = [];
  while (clusters.size > 0) {
    if (chain.length === 0) chain.push(clusters.keys().next().value!);
    const last = chain.at(-1)!;
    const previous = chain.at(-2);
    const nearest = findNearest(cosines, count, clusters, last, previous);
    if (nearest === undefined || cosines[last * count + nearest]! < leastCosine) {
      // Joins among the others bring none of them nearer on average, so it stays as it is.
      finished.push(clusters.get(last)!);
      clusters.delete(last);
      chain.pop();
    } else if (nearest === previous) {
      chain.splice(-2);
      join(cosines, count, clusters, last, previous);
    } else {
      chain.push(nearest);
    }
  }
  return finished
    .map((members) => members.toSorted((a, b) => a - b))
    .toSorted((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** @param preferred wins a tie, so that a chain ends in a pair. */
function findNearest(
  cosines: Float32Array,
  count: number,
  clusters: ReadonlyMap<number, readonly number[]>,
  from: number,
  preferred: number | undefined,
): number | undefined {
  let nearest = preferred;
  let best = preferred === undefined ? -Infinity : cosines[from * count + preferred]!;
  for (const other of clusters.keys()) {
    const cosine = cosines[from * count + other]!;
    if (other !== from && cosine > best) [nearest, best] = [other, cosine];
  }
  return nearest;
}

/** The joined cluster stands where `into` stood; its cosines are the weighted means of both. */
function join(
  cosines: Float32Array,
  count: number,
  clusters: Map<number, number[]>,
  from: number,
  into: number,
): void {
  const [moved, kept] = [clusters.get(from)!, clusters.get(into)!];
  const total = moved.length + kept.length;
  clusters.delete(from);
  clusters.set(into, [...kept, ...moved]);
  for (const other of clusters.keys()) {
    if (other === into) continue;
    const sum = moved.length * cosines[from * count + other]! + kept.length * cosines[into * count + other]!;
    cosines[into * count + other] = cosines[other * count + into] = sum / total;
  }
}
