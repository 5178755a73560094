import { expect, it } from 'vitest';
import { readDataset } from './dataset.ts';
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
