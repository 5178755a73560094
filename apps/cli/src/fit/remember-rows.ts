import type { Encoder } from '@sr/core';

/** Encodes each query once, however often it is asked for: heads that are fitted anew see the same rows. */
export function rememberRows(encoder: Encoder): Encoder {
  const rows = new Map<string, Float32Array>();
  return {
    ...encoder,
    async encode(texts, options = {}) {
      const [text] = texts;
      if (texts.length !== 1 || options.inputType === 'document') return encoder.encode(texts, options);
      const row = rows.get(text!) ?? (await encoder.encode(texts, options));
      rows.set(text!, row);
      return row.slice(); // whoever gets it may overwrite it
    },
  };
}
