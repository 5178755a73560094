import { loadOnnxEncoder } from '@sr/encoder-onnx';
import type { Head } from '@sr/core';
import { createRouter } from '@sr/engine';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import type { LoadSubject } from './subject.ts';

/**
 * Ours, as its README says.
 * @param thread where texts are encoded.
 * @param head default: the engine's.
 */
export function loadSemanticRouter({
  thread,
  head,
}: {
  readonly thread: 'worker' | 'inline';
  readonly head?: Head;
}): LoadSubject {
  return async ({ routes, threshold }) => {
    let modelMs = 0;
    const encoder = await loadOnnxEncoder({
      model: minilmL6V2,
      thread,
      onBatch: (batch) => (modelMs = batch.modelMs),
    });
    const router = await createRouter({ encoder, routes, threshold, ...(head && { head }) });
    return {
      decide: async (text) => (await router.route(text)).route,
      get modelMs() {
        return modelMs;
      },
      dispose: async () => {
        await encoder[Symbol.asyncDispose]();
      },
    };
  };
}
