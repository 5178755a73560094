import { minilmL6V2 as model } from '@sr/model-minilm-l6-v2';
import { describe, expect, it } from 'vitest';
import type { OnnxRuntime, OnnxTensor } from './onnx-runtime.ts';
import { openOnnxSession } from './onnx-session.ts';

/** A runtime whose session answers every run with this output. */
function runtimeOf(outputs: Readonly<Record<string, unknown>>): OnnxRuntime {
  const tensors = Object.fromEntries(Object.entries(outputs).map(([name, data]) => [name, { data }]));
  return {
    InferenceSession: {
      create: () =>
        Promise.resolve({ run: () => Promise.resolve(tensors), release: () => Promise.resolve() }),
    },
    Tensor: class implements OnnxTensor {
      readonly data = undefined;
    },
  };
}

describe('openOnnxSession', () => {
  it('hands out the rows of the graph', async () => {
    const rows = new Float32Array(2 * model.dimensions).fill(0.5);
    const session = await openOnnxSession(model, runtimeOf({ embedding: rows }));
    expect(await session.run(new Int32Array(6), [2, 3])).toBe(rows);
  });

  it('refuses rows of another length than the model package says', async () => {
    const session = await openOnnxSession(model, runtimeOf({ embedding: new Float32Array(2 * 512) }));
    await expect(session.run(new Int32Array(6), [2, 3])).rejects.toMatchObject({
      code: 'SR_DIMENSION_MISMATCH',
      details: { expected: 384, actual: 512 },
    });
  });

  it.each([{ last_hidden_state: new Float32Array(768) }, { embedding: new Float64Array(768) }])(
    'refuses a graph without float32 embeddings',
    async (outputs) => {
      const session = await openOnnxSession(model, runtimeOf(outputs));
      await expect(session.run(new Int32Array(6), [2, 3])).rejects.toMatchObject({
        code: 'SR_MODEL_INVALID',
      });
    },
  );

  it('says which file the runtime does not read', async () => {
    const runtime = runtimeOf({});
    const failing = {
      ...runtime,
      InferenceSession: { create: () => Promise.reject(new Error('protobuf parsing failed')) },
    };
    await expect(openOnnxSession(model, failing)).rejects.toMatchObject({
      code: 'SR_MODEL_INVALID',
      details: { file: model.model },
    });
  });
});
