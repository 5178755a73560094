const wordsPerName = 3;

/**
 * Names clusters after the words that are frequent in their texts and rare in all others: share inside ·
 * ln(share inside / share outside), as TF-IDF with clusters for documents.
 * @param clusters positions in `texts`.
 * @returns one name per cluster, in snake case, different from each other and from `taken`.
 */
export function nameClusters(
  clusters: readonly (readonly number[])[],
  texts: readonly string[],
  taken: readonly string[],
): readonly string[] {
  const words = texts.map(wordsOf);
  const totals = countTexts(words);
  const used = new Set(taken);
  return clusters.map((members) => {
    const inside = members.map((i) => words[i]!);
    const name = unusedName(nameOf(inside, totals, texts.length), used);
    used.add(name);
    return name;
  });
}

function nameOf(
  inside: readonly (readonly string[])[],
  totals: ReadonlyMap<string, number>,
  textCount: number,
): string {
  const counts = countTexts(inside);
  const weight = (word: string): number => {
    const share = counts.get(word)! / inside.length;
    const outside = (totals.get(word)! - counts.get(word)! + 1) / (textCount - inside.length + 1);
    return share * Math.log(share / outside);
  };
  const best = [...counts.keys()]
    .filter((word) => /\p{L}{2}/u.test(word) && counts.get(word)! > 1)
    .toSorted((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  const strongest = weight(best[0] ?? '') || 0;
  const chosen = best.slice(0, wordsPerName).filter((word) => weight(word) > strongest / 3);
  return chosen.toSorted((a, b) => meanPosition(a, inside) - meanPosition(b, inside)).join('_') || 'topic';
}

/** Where the word stands in the texts that have it, so that a name reads as people speak. */
function meanPosition(word: string, texts: readonly (readonly string[])[]): number {
  const positions = texts.map((words) => words.indexOf(word)).filter((position) => position >= 0);
  return positions.reduce((sum, position) => sum + position, 0) / positions.length;
}

function unusedName(name: string, used: ReadonlySet<string>): string {
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? name : `${name}_${i}`;
    if (!used.has(candidate)) return candidate;
  }
}

/** In how many texts each word is. */
function countTexts(texts: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
