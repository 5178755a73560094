import { routeFileLines } from './route-file-lines.ts';
import type { Guess, Method } from './method.ts';
import { learnKeywords, wordsIn, type RouteKeywords } from './keyword-table.ts';

/** A table of words per route, learned from the utterances; the route of the weightiest words wins. */
export const keywordMethod: Method = {
  name: 'keyword',
  learn(routes) {
    const table = learnKeywords(routes);
    const guess = (text: string) => guessByKeywords(table, text);
    return {
      guess,
      answer: guess,
      configurationLines: routeFileLines(table.map(({ keywords }) => keywords.length)),
    };
  },
};

/** @returns no route where the text has no keyword. */
export function guessByKeywords(table: readonly RouteKeywords[], text: string): Guess {
  const words = wordsIn(text);
  let best: string | null = null;
  let confidence = 0;
  for (const { route, keywords } of table) {
    const weight = keywords.reduce((sum, { word, weight }) => sum + (words.has(word) ? weight : 0), 0);
    if (weight > confidence) [best, confidence] = [route, weight];
  }
  return { best, decided: best, confidence };
}
