import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadMatrixKernels } from '@sr/simd-cosine';
import { describe, expect, it } from 'vitest';
import { fitLogistic } from './logistic.ts';

/*
 * Against an independent implementation in double precision, on the embeddings of the unquantised model
 * (benchmarks/data/…/*.fp32.safetensors, made by packages/model-minilm-l6-v2/build/reference_rows.py).
 */
const data = join(import.meta.dirname, '../../../../../benchmarks/data');
const dimensions = 384;

interface Labelled {
  readonly text: string;
  readonly route: string | null;
}

async function readCases(file: string): Promise<Labelled[]> {
  const lines = await readFile(join(data, `${file}.jsonl`), 'utf8');
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
}

/** Row i belongs to line i of the cases file. */
async function readRows(file: string): Promise<Float32Array[]> {
  const bytes = await readFile(join(data, `${file}.fp32.safetensors`));
  const elements = new Float16Array(
    Uint8Array.from(bytes.subarray(8 + Number(bytes.readBigUInt64LE(0)))).buffer,
  );
  return Array.from({ length: elements.length / dimensions }, (_, i) =>
    Float32Array.from(elements.subarray(i * dimensions, (i + 1) * dimensions)),
  );
}

async function loadSet(set: string, shots: 5 | 10) {
  const chosen = new Set(
    (await readCases(`${set}/train_${shots}`)).map(({ text, route }) => `${route} ${text}`),
  );
  const [cases, rows] = await Promise.all([readCases(`${set}/train_10`), readRows(`${set}/train_10`)]);
  const kept = [...cases.keys()].filter((i) => chosen.has(`${cases[i]!.route} ${cases[i]!.text}`));
  const names = [...new Set(cases.map(({ route }) => route))];
  return {
    names,
    examples: {
      rows: Float32Array.from(kept.flatMap((i) => Array.from(rows[i]!))),
      dimensions,
      classes: Int32Array.from(kept, (i) => names.indexOf(cases[i]!.route)),
      classCount: names.length,
    },
  };
}

describe('logistic regression agrees with the reference', async () => {
  const { multiply: product } = await loadMatrixKernels();

  it.each([
    { set: 'banking77', shots: 5, objective: 235.2321, top1: 80.58 },
    { set: 'banking77', shots: 10, objective: 355.9174, top1: 86.33 },
    { set: 'clinc150', shots: 5, objective: 404.7927, top1: 87.09 },
    { set: 'clinc150', shots: 10, objective: undefined, top1: 90.04 },
  ] as const)('on $set, $shots utterances a route', async ({ set, shots, objective, top1 }) => {
    const { names, examples } = await loadSet(set, shots);
    const model = await fitLogistic(examples, { product });
    if (objective !== undefined) expect(Math.abs(model.objective - objective)).toBeLessThanOrEqual(0.01);

    const [cases, rows] = await Promise.all([readCases(`${set}/test`), readRows(`${set}/test`)]);
    const inScope = [...cases.keys()].filter((i) => cases[i]!.route !== null);
    const right = inScope.filter((i) => {
      const logits = product(rows[i]!, model.weights, 1, dimensions, names.length).map(
        (logit, r) => logit + model.biases[r]!,
      );
      return names[logits.indexOf(Math.max(...logits))] === cases[i]!.route;
    });
    expect(Math.abs((100 * right.length) / inScope.length - top1)).toBeLessThanOrEqual(0.15);
  });
});
