import type { Route } from '@sr/core';

/** Words that speak for one route. */
export interface RouteKeywords {
  readonly route: string;
  /** The most telling one first. */
  readonly keywords: readonly Keyword[];
}

export interface Keyword {
  readonly word: string;
  /** √χ² between "the utterance has the word" and "the utterance is of the route". */
  readonly weight: number;
}

/** On validation rows, 20 were worse; all words were better, but that is no table that anybody would keep. */
const keywordsPerRoute = 50;

/**
 * The table of an automatic keyword router: the words of each route with the highest χ² (Yang &
 * Pedersen, ICML 1997) that are more frequent in it than elsewhere.
 */
export function learnKeywords(routes: readonly Route[]): RouteKeywords[] {
  const counts = routes.map(({ utterances }) => countUtterancesByWord(utterances));
  const utterancesWith = new Map<string, number>();
  for (const [word, count] of counts.flatMap((byWord) => [...byWord])) {
    utterancesWith.set(word, (utterancesWith.get(word) ?? 0) + count);
  }
  const total = routes.reduce((sum, { utterances }) => sum + utterances.length, 0);
  return routes.map(({ name, utterances }, r) => ({
    route: name,
    keywords: [...counts[r]!]
      .map(([word, inRoute]) => ({
        word,
        weight: rootChiSquare({ inRoute, ofRoute: utterances.length, all: utterancesWith.get(word)!, total }),
      }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, keywordsPerRoute),
  }));
}

/** Words of a text, each once. */
export function wordsIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

interface WordCounts {
  /** Utterances of the route with the word. */
  readonly inRoute: number;
  /** Utterances of the route. */
  readonly ofRoute: number;
  /** Utterances with the word. */
  readonly all: number;
  readonly total: number;
}

/** @returns 0 where the word is not more frequent in the route than elsewhere. */
function rootChiSquare({ inRoute, ofRoute, all, total }: WordCounts): number {
  const surplus = inRoute * total - all * ofRoute;
  if (surplus <= 0) return 0;
  return surplus * Math.sqrt(total / (ofRoute * (total - ofRoute) * all * (total - all)));
}

function countUtterancesByWord(utterances: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of utterances.flatMap((text) => [...wordsIn(text)])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
