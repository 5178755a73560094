import { readFile } from 'node:fs/promises';
import { loadOnnxEncoder } from '@sr/encoder-onnx';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import { describe, expect, it } from 'vitest';
import { lintRoutes } from './lint-routes.ts';

const file = new URL('../../../../benchmarks/data/banking77/train_10.jsonl', import.meta.url);

async function readRoutes() {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const cases = lines.map((line) => JSON.parse(line) as { text: string; route: string });
  const byRoute = Map.groupBy(cases, ({ route }) => route);
  return Array.from(byRoute, ([name, members]) => ({ name, utterances: members.map(({ text }) => text) }));
}

describe('lintRoutes on ten utterances a route of BANKING77', { timeout: 60_000 }, async () => {
  const routes = await readRoutes();
  await using encoder = await loadOnnxEncoder({ model: minilmL6V2 });
  const findings = await lintRoutes({ encoder, routes });
  const pairs = findings.map(({ rule, routes: names }) => `${rule} ${names.toSorted().join(' ')}`);

  it('names pairs of routes that the labels of the data set mix up', () => {
    expect(pairs).toEqual(
      expect.arrayContaining([
        'overlapping_routes top_up_failed top_up_reverted',
        'misplaced_utterance card_arrival card_delivery_estimate',
        'misplaced_utterance lost_or_stolen_card lost_or_stolen_phone',
        'misplaced_utterance beneficiary_not_allowed failed_transfer',
      ]),
    );
  });

  it('names less than one utterance in twenty', () => {
    const utterances = findings.filter(({ rule }) => rule.endsWith('_utterance'));
    expect(utterances.length / routes.flatMap((route) => route.utterances).length).toBeLessThan(0.05);
  });
});
