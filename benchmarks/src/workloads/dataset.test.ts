import { expect, it } from 'vitest';
import { readCases, readDataset, readTrainingTexts } from './dataset.ts';
import { readReferenceRows } from './reference-rows.ts';

it('reads CLINC150: 150 routes of ten utterances, 4,500 cases in scope, 1,000 out of scope', async () => {
  const { routes, cases } = await readDataset('clinc150');
  expect(routes).toHaveLength(150);
  expect(new Set(routes.map(({ utterances }) => utterances.length))).toEqual(new Set([10]));
  expect(cases.filter(({ route }) => route === null)).toHaveLength(1000);
  expect(cases).toHaveLength(5500);
});

it('reads one reference row of 384 elements per test text, of unit length within float16', async () => {
  const rows = await readReferenceRows('banking77');
  expect(rows).toHaveLength(3080);
  for (const row of rows) {
    expect(row).toHaveLength(384);
    expect(Math.abs(Math.hypot(...row) - 1)).toBeLessThan(1e-3);
  }
});

it('learns from no validation row of BANKING77, which come out of its training file', async () => {
  const texts = await readTrainingTexts('banking77', 'train');
  expect(texts).toHaveLength(10_003 - 1384);
  const training = new Set(texts.map(({ text }) => text.toLowerCase()));
  for (const { text } of await readCases('banking77', 'valid')) expect(training).not.toContain(text);
});
