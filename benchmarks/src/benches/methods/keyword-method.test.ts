import { describe, expect, it } from 'vitest';
import { guessByKeywords, keywordMethod } from './keyword-method.ts';
import { learnKeywords } from './keyword-table.ts';

const routes = [
  { name: 'card', utterances: ['block my card', 'I lost my card', 'is my card blocked'] },
  { name: 'bill', utterances: ['what is my bill', 'pay the bill', 'I want to pay'] },
];
const table = learnKeywords(routes);

describe('learnKeywords', () => {
  it('ranks the word that all utterances of a route have, and no others, first', () => {
    const [card] = table;
    expect(card!.keywords[0]).toEqual({ word: 'card', weight: expect.closeTo(Math.sqrt(6)) as number });
  });

  it('leaves out words that are as frequent elsewhere', () => {
    const words = table.flatMap(({ keywords }) => keywords.map(({ word }) => word));
    expect(words).not.toContain('i');
    expect(words).not.toContain('is');
    expect(words.filter((word) => word === 'my')).toHaveLength(1);
  });

  it('finds nothing to tell apart in a single route', () => {
    expect(learnKeywords(routes.slice(0, 1))).toEqual([{ route: 'card', keywords: [] }]);
  });
});

describe('keyword method', () => {
  it('takes the route whose keywords in the text weigh most', () => {
    expect(guessByKeywords(table, 'Where is that CARD of mine?').decided).toBe('card');
    expect(guessByKeywords(table, 'may I pay by card, the bill I mean').decided).toBe('bill');
  });

  it('takes no route where the text has no keyword', () => {
    expect(guessByKeywords(table, 'weather tomorrow')).toEqual({ best: null, decided: null, confidence: 0 });
  });

  it('counts the lines of its table: three, two a route, one a word', async () => {
    const { configurationLines } = await keywordMethod.learn(routes);
    expect(configurationLines).toBe(3 + 2 * 2 + table.flatMap(({ keywords }) => keywords).length);
  });
});
