import { createFlatIndex } from '@sr/index-flat';
import { tableEncoder } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { createRouter } from './create-router.ts';
import { evaluate } from './evaluate.ts';
import { maxHead } from './heads/max-head.ts';
import { measureCalibration, measureReliability } from './metrics/reliability.ts';
import { percentiles } from './metrics/percentiles.ts';
import { measureRejection } from './metrics/rejection.ts';
import type { Outcome } from './outcome.ts';

const table = {
  a: [1, 0, 0],
  b: [0, 1, 0],
  'clearly a': [1, 0.1, 0],
  'a, looks like b': [0.5, 0.9, 0],
  'b, too far': [0, 0.4, 1],
  'out, rejected': [0, 0, 1],
  'out, accepted': [0.8, 0, 0.6],
};

async function createTestRouter() {
  return createRouter({
    encoder: tableEncoder(table),
    index: createFlatIndex,
    head: maxHead,
    routes: [
      { name: 'a', utterances: ['a'] },
      { name: 'b', utterances: ['b'] },
    ],
  });
}

describe('evaluate', () => {
  it('measures what the definitions say', async () => {
    const evaluation = await evaluate(await createTestRouter(), [
      { text: 'clearly a', route: 'a' },
      { text: 'a, looks like b', route: 'a' },
      { text: 'b, too far', route: 'b' },
      { text: 'out, rejected', route: null },
      { text: 'out, accepted', route: null },
    ]);
    expect(evaluation).toMatchObject({
      cases: 5,
      inScope: 3,
      outOfScope: 2,
      accuracy: 2 / 5,
      top1: 2 / 3,
      inScopeAccuracy: 1 / 3,
      outOfScopeRecall: 1 / 2,
      precision: 1 / 3,
      coverage: 3 / 5,
      // In-scope confidences .995, .874, .371; out-of-scope 0 and .8: five of six pairs are in order.
      auroc: 5 / 6,
      fpr95: 1 / 2,
      perRoute: {
        a: { cases: 2, decided: 2, precision: 1 / 2, recall: 1 / 2, f1: 1 / 2 },
        b: { cases: 1, decided: 1, precision: 0, recall: 0, f1: 0 },
      },
      macroF1: (1 / 2 + 0 + 1 / 2) / 3,
    });
    expect(evaluation.confusions).toEqual([
      { expected: 'a', decided: 'b', count: 1, positions: [1] },
      { expected: 'b', decided: null, count: 1, positions: [2] },
      { expected: null, decided: 'a', count: 1, positions: [4] },
    ]);
  });

  it('never gives accuracy as the only number: per route, confusions, out-of-scope recall (behaviour 27)', async () => {
    const evaluation = await evaluate(await createTestRouter(), [
      { text: 'clearly a', route: 'a' },
      { text: 'b, too far', route: 'b' },
      { text: 'out, rejected', route: null }, // a label may be null
    ]);
    expect(evaluation).toMatchObject({ accuracy: 2 / 3, outOfScopeRecall: 1 });
    expect(Object.keys(evaluation.perRoute)).toEqual(['a', 'b']);
    expect(evaluation.confusions).toEqual([{ expected: 'b', decided: null, count: 1, positions: [1] }]);
  });

  it('has the public shape', async () => {
    const evaluation = await evaluate(await createTestRouter(), [{ text: 'clearly a', route: 'a' }]);
    expect(Object.keys(evaluation).sort()).toEqual(
      [
        ...[
          'cases',
          'inScope',
          'outOfScope',
          'accuracy',
          'top1',
          'inScopeAccuracy',
          'outOfScopeRecall',
          'auroc',
        ],
        ...[
          'fpr95',
          'macroF1',
          'ece',
          'perRoute',
          'confusions',
          'latencyMs',
          'reliability',
          'precision',
          'coverage',
        ],
      ].sort(),
    );
    expect(evaluation).toMatchObject({ outOfScopeRecall: null, auroc: null, fpr95: null, accuracy: 1 });
  });

  it('is null throughout without cases', async () => {
    expect(await evaluate(await createTestRouter(), [])).toMatchObject({
      cases: 0,
      accuracy: null,
      ece: null,
    });
  });

  it('refuses a label that is no route before it decides anything', async () => {
    const router = await createTestRouter();
    const cases = [{ text: 'not in the table', route: 'A' as 'a' }];
    await expect(evaluate(router, cases)).rejects.toMatchObject({
      code: 'SR_UNKNOWN_ROUTE',
      details: { nearest: 'a' },
    });
  });

  it('reports progress and stops when it is aborted', async () => {
    const abort = new AbortController();
    const cases = ['a', 'b', 'a'].map((text) => ({ text, route: text as 'a' | 'b' }));
    const decided: number[] = [];
    const running = evaluate(await createTestRouter(), cases, {
      signal: abort.signal,
      onProgress(progress) {
        decided.push(progress.decided);
        if (progress.decided === 2) abort.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(decided).toEqual([1, 2]);
  });
});

/** A hundred in-scope cases of one confidence, of which a share is right. */
function right(confidence: number, shareRight: number): Outcome[] {
  return Array.from({ length: 100 }, (_, i) => {
    const best = i < 100 * shareRight ? 'a' : 'b';
    return { expected: 'a', decided: best, best, confidence };
  });
}

describe('metrics', () => {
  it('auroc counts pairs, ties half', () => {
    expect(measureRejection([0.9, 0.5], [0.5, 0.1]).auroc).toBe(3.5 / 4);
    expect(measureRejection([0.1], [0.9]).auroc).toBe(0);
  });

  it('fpr95 is the share of out-of-scope at the bar that accepts 95 % of in-scope', () => {
    const inScope = Array.from({ length: 100 }, (_, i) => (i + 1) / 100);
    expect(measureRejection(inScope, [0.01, 0.05, 0.06, 0.5]).fpr95).toBe(2 / 4);
  });

  it('ece is 0 for honest confidence and the distance for dishonest', () => {
    expect(measureCalibration([...right(0.7, 0.7), ...right(0.2, 0.2)])).toBeCloseTo(0, 9);
    expect(measureCalibration(right(0.9, 0.5))).toBeCloseTo(0.4, 9);
    expect(measureCalibration(right(1, 1))).toBe(0);
  });

  it('reliability tells how often the best route is right at each level of confidence', () => {
    const bins = measureReliability([...right(0.7, 0.6), ...right(0.2, 0.3), ...right(1, 1)]);
    expect(bins.filter(({ cases }) => cases > 0)).toEqual([
      { from: 3 / 15, to: 4 / 15, cases: 100, confidence: expect.closeTo(0.2, 9) as number, right: 0.3 },
      { from: 10 / 15, to: 11 / 15, cases: 100, confidence: expect.closeTo(0.7, 9) as number, right: 0.6 },
      { from: 14 / 15, to: 1, cases: 100, confidence: 1, right: 1 },
    ]);
    expect(bins).toHaveLength(15);
    expect(bins[0]).toMatchObject({ cases: 0, confidence: null, right: null });
  });

  it('percentiles are nearest ranks', () => {
    expect(percentiles(Array.from({ length: 100 }, (_, i) => 100 - i))).toEqual({ p50: 50, p99: 99 });
    expect(percentiles([])).toEqual({ p50: 0, p99: 0 });
  });
});
