import type { Encoder } from '@sr/core';

export type LoadedEncoder = Encoder & AsyncDisposable;

/**
 * The encoders that a file can name. Each is imported when it is loaded, not before: whoever reads a
 * file or asks for its schema pays for no runtime.
 */
export const encoders = {
  async 'minilm-l6-v2'(): Promise<LoadedEncoder> {
    const [{ loadOnnxEncoder }, { minilmL6V2 }] = await Promise.all([
      import('@sr/encoder-onnx'),
      import('@sr/model-minilm-l6-v2'),
    ]);
    // In the background: a router that is restored from a snapshot is ready before the model is.
    return loadOnnxEncoder({ model: minilmL6V2, background: true });
  },
} satisfies Record<string, () => Promise<LoadedEncoder>>;

export type EncoderName = keyof typeof encoders;

export const encoderNames = Object.keys(encoders) as [EncoderName, ...EncoderName[]];
