import { loadOnnxEncoder } from '@sr/encoder-onnx';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';

const textsPerCall = 64; // as the engine hands utterances over

/** @returns milliseconds per text when utterances are encoded as createRouter does it. */
export async function measureEncoding(texts: readonly string[]): Promise<number> {
  await using encoder = await loadOnnxEncoder({ model: minilmL6V2 });
  await encoder.encode(texts.slice(0, textsPerCall), { reproducible: true }); // opens every worker
  const start = performance.now();
  for (let i = 0; i < texts.length; i += textsPerCall) {
    await encoder.encode(texts.slice(i, i + textsPerCall), { reproducible: true });
  }
  return (performance.now() - start) / texts.length;
}
