import { readFile } from 'node:fs/promises';
import { loadOnnxEncoder } from '@sr/encoder-onnx';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import { describe, expect, it } from 'vitest';
import { suggestRoutes } from './suggest-routes.ts';

const file = new URL('../../../../benchmarks/data/clinc150/train.jsonl', import.meta.url);
const queriesPerRoute = 30;

interface Labelled {
  readonly text: string;
  readonly route: string;
}

/** Queries of ten routes that nobody has written yet, spread over the file. */
async function queriesOfMissingRoutes(): Promise<Labelled[]> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const byRoute = Map.groupBy(
    lines.map((line) => JSON.parse(line) as Labelled),
    ({ route }) => route,
  );
  const names = [...byRoute.keys()].filter((_, i) => i % 15 === 7);
  return names.flatMap((name) => byRoute.get(name)!.slice(0, queriesPerRoute));
}

describe('suggestRoutes on ten routes of CLINC150 that were taken out', { timeout: 60_000 }, async () => {
  const queries = await queriesOfMissingRoutes();
  await using encoder = await loadOnnxEncoder({ model: minilmL6V2 });
  const { routes } = await suggestRoutes({ encoder, texts: queries.map(({ text }) => text) });
  const labels = routes.map((route) => Map.groupBy(route.queries, (i) => queries[i]!.route));
  const largest = labels.map((byLabel) => [...byLabel.values()].toSorted((a, b) => b.length - a.length)[0]!);

  it('proposes a route for each of them, and hardly a query that is of another', () => {
    expect(new Set(largest.map(([first]) => queries[first!]!.route)).size).toBe(10);
    const taken = routes.reduce((sum, route) => sum + route.queries.length, 0);
    const right = largest.reduce((sum, members) => sum + members.length, 0);
    expect(right / taken).toBeGreaterThan(0.95);
    expect(taken / queries.length).toBeGreaterThan(0.8);
  });

  it('orders them by the queries that they would take, and gives each a name and utterances of its own', () => {
    const sizes = routes.map((route) => route.queries.length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length);
    for (const { name, utterances, queries: own } of routes) {
      expect(name).toMatch(/^[\p{L}\p{N}]+(_[\p{L}\p{N}]+)*$/u);
      expect(utterances.length).toBeGreaterThan(1);
      expect(own).toEqual(expect.arrayContaining([...utterances]));
    }
  });
});
