import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SrError } from '@sr/core';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import * as runtime from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOnnxEncoder, type OnnxBatch, type OnnxModel } from './index.ts';

const model: OnnxModel = minilmL6V2;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encoder-onnx-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The model with one of its files replaced. */
async function withFile(name: 'model' | 'tokenizer', content: string): Promise<OnnxModel> {
  const path = join(folder, `${name}-${content.length}`);
  await writeFile(path, content);
  return { ...model, [name]: pathToFileURL(path).href };
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, element, i) => sum + element * b[i]!, 0);
}

describe('loadOnnxEncoder', () => {
  it('says what it is', async () => {
    await using encoder = await loadOnnxEncoder({ model });
    expect(encoder).toMatchObject({
      id: 'onnx:minilm-l6-v2@int8',
      dimensions: 384,
      maxBatch: 256,
      supports: { batchDrift: model.batchDrift, inputType: false, maxTokens: 256 },
    });
  });

  it('opens its first thread in the background where that is asked for', async () => {
    await using encoder = await loadOnnxEncoder({ model, background: true });
    expect(await encoder.encode(['refund my order'])).toHaveLength(384);
  });

  it('says at the first encode why the background could not open a thread', async () => {
    const content = 'not a model';
    const damaged = { ...(await withFile('model', content)), modelBytes: content.length };
    await using encoder = await loadOnnxEncoder({ model: damaged, background: true });
    await expect(encoder.encode(['x'])).rejects.toMatchObject({ code: 'SR_MODEL_INVALID' });
  });

  it('brings texts of one meaning nearer than others', async () => {
    await using encoder = await loadOnnxEncoder({ model, thread: 'inline' });
    const rows = await encoder.encode(['I want my money back', 'refund my order', 'weather in Oslo']);
    const [a, b, c] = [0, 1, 2].map((i) => rows.subarray(i * 384, (i + 1) * 384));
    expect(cosine(a!, b!)).toBeGreaterThan(cosine(a!, c!) + 0.3);
  });

  it('gives 64 calls at once the rows that each text has alone, within batchDrift', async () => {
    await using encoder = await loadOnnxEncoder({ model, workers: 2 });
    const texts = Array.from({ length: 64 }, (_, i) => `item ${i} of my order ${'came late '.repeat(i % 7)}`);
    const alone = await encoder.encode(texts, { reproducible: true });
    const rows = await Promise.all(texts.map((text) => encoder.encode([text])));
    rows.forEach((row, i) => {
      row.forEach((element, j) => {
        expect(Math.abs(element - alone[i * 384 + j]!)).toBeLessThanOrEqual(model.batchDrift);
      });
    });
  });

  it('computes the same inline and in a worker, bit for bit', async () => {
    await using worker = await loadOnnxEncoder({ model });
    await using inline = await loadOnnxEncoder({ model, thread: 'inline', runtime });
    for (const text of ['refund my order', '[SEP] 退款 👩‍👩‍👧', 'word '.repeat(400)]) {
      expect(await inline.encode([text])).toEqual(await worker.encode([text]));
    }
  });

  it('reports a text as truncated only if tokens are cut off, not white space', async () => {
    await using encoder = await loadOnnxEncoder({ model, thread: 'inline' });
    const truncated: number[] = [];
    const texts = ['word '.repeat(254), 'word '.repeat(255), 'word '.repeat(254) + ' \n'.repeat(9999)];
    const rows = await encoder.encode(texts, {
      reproducible: true,
      onTruncated: (textIndex) => truncated.push(textIndex),
    });
    expect(truncated).toEqual([1]);
    for (const start of [384, 768]) expect(rows.slice(start, start + 384)).toEqual(rows.slice(0, 384));
  });

  it('reports each run of the model, with the time inside it', async () => {
    const batches: OnnxBatch[] = [];
    await using encoder = await loadOnnxEncoder({ model, onBatch: (batch) => batches.push(batch) });
    const start = performance.now();
    await encoder.encode(['refund my order']);
    const total = performance.now() - start;
    expect(batches.map(({ texts }) => texts)).toEqual([1]);
    expect(batches[0]!.modelMs).toBeGreaterThan(0);
    expect(batches[0]!.modelMs).toBeLessThan(total);
  });

  it('refuses settings out of range', async () => {
    for (const workers of [0, 1.5, NaN]) {
      await expect(loadOnnxEncoder({ model, workers })).rejects.toThrow(RangeError);
    }
    await expect(loadOnnxEncoder({ model, maxQueued: 255 })).rejects.toThrow(RangeError);
  });

  it.each(['worker', 'inline'] as const)('refuses files of another size, loading %s', async (thread) => {
    for (const name of ['model', 'tokenizer'] as const) {
      const damaged = await withFile(name, 'version https://git-lfs.github.com/spec/v1');
      await expect(loadOnnxEncoder({ model: damaged, thread })).rejects.toMatchObject({
        code: 'SR_MODEL_INVALID',
        details: { file: damaged[name], problem: `it has 42 bytes, expected ${model[`${name}Bytes`]}` },
      });
    }
  });

  it('refuses files with another sha256 where it is to verify them', async () => {
    const described = { ...model, sha256: { ...model.sha256, tokenizer: '0'.repeat(64) } };
    await expect(loadOnnxEncoder({ model: described, verify: true })).rejects.toMatchObject({
      code: 'SR_MODEL_INVALID',
      details: {
        file: model.tokenizer,
        problem: `its sha256 is ${model.sha256.tokenizer}, expected ${'0'.repeat(64)}`,
      },
    });
    await using encoder = await loadOnnxEncoder({ model, verify: true });
    expect(await encoder.encode(['refund my order'])).toHaveLength(384);
  });

  it.each(['model', 'tokenizer'] as const)('refuses a %s that is not there', async (name) => {
    const missing = { ...model, [name]: pathToFileURL(join(folder, 'missing')).href };
    await expect(loadOnnxEncoder({ model: missing })).rejects.toMatchObject({
      code: 'SR_MODEL_INVALID',
      details: { file: missing[name], problem: 'it cannot be read' },
    });
  });

  it('ends pending calls when it is disposed of', async () => {
    const encoder = await loadOnnxEncoder({ model });
    const calls = Array.from({ length: 20 }, () => encoder.encode(['refund my order']));
    const outcomes = Promise.allSettled(calls);
    await encoder[Symbol.asyncDispose]();
    for (const outcome of await outcomes) {
      expect(outcome.status === 'rejected' && SrError.is(outcome.reason, 'SR_DISPOSED')).toBe(true);
    }
  });
});
