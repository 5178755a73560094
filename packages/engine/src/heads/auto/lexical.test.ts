import { describe, expect, it } from 'vitest';
import { fitLexical, lexicalScorer } from './lexical.ts';

const texts = ['reset my password', 'forgot the password', 'refund my order', 'where is my order'];
const routes = [0, 0, 1, 1];
const scorer = lexicalScorer(fitLexical(texts, routes, 2), 2);

describe('the lexical score', () => {
  it('is higher for the route that shares words', () => {
    const [password, order] = scorer.score('PASSWORD reset, please');
    expect(password).toBeGreaterThan(order!);
  });

  it('sees through a typo', () => {
    const [password, order] = scorer.score('pasword');
    expect(password).toBeGreaterThan(0.1);
    expect(password).toBeGreaterThan(order!);
  });

  it('is 1 for the only text of a route, and 0 where nothing is shared', () => {
    const single = lexicalScorer(fitLexical(['open the window', 'zzz'], [0, 1], 2), 2);
    expect(single.score('open the window')[0]).toBeCloseTo(1, 6);
    expect([...single.score('qqq'), ...single.score('')]).toEqual([0, 0, 0, 0]);
  });

  it('does not depend on the order of texts', () => {
    const order = [2, 0, 3, 1];
    const shuffled = lexicalScorer(
      fitLexical(
        order.map((i) => texts[i]!),
        order.map((i) => routes[i]!),
        2,
      ),
      2,
    );
    const [a, b] = [shuffled.score('reset my order'), scorer.score('reset my order')];
    a.forEach((score, r) => {
      expect(score).toBeCloseTo(b[r]!, 6);
    });
  });
});
