import { artefact } from './generated/artefact.ts';

/**
 * all-MiniLM-L6-v2 as files of this package: what an encoder must know to run it, as plain data.
 *
 * The graph takes `input_ids` (int32 [B, S], rows padded at the end with `padId`; it derives the mask) and
 * returns `embedding` (float32 [B, dimensions], mean over the tokens, L2 norm 1).
 */
export interface MinilmL6V2 {
  /** Model and precision. Rows of another id are not comparable with rows of this one. */
  readonly id: 'minilm-l6-v2@int8';
  /** Elements per row. */
  readonly dimensions: 384;
  /** Most tokens per text, `[CLS]` and `[SEP]` included; an encoder truncates what is longer. */
  readonly maxTokens: 256;
  /** Token id that fills the shorter rows of a batch; the graph ignores it, also where a text spells `[PAD]`. */
  readonly padId: 0;
  /** URL of the ONNX file: `file:` from Node, whatever a bundler makes of it elsewhere. */
  readonly model: string;
  /** URL of tokenizer.json, which neither pads nor truncates. */
  readonly tokenizer: string;
  /** Size of the ONNX file in bytes. */
  readonly modelBytes: number;
  /** Size of tokenizer.json in bytes. */
  readonly tokenizerBytes: number;
  /** sha256 of each file, lower-case hexadecimal. */
  readonly sha256: { readonly model: string; readonly tokenizer: string };
  /**
   * Largest |Δ| of any element between a text encoded alone and in a batch: 1.5 times the largest that
   * was measured in batches of up to 32 texts of mixed length. Activations are quantised with one scale per
   * batch, so a row depends a little on its neighbours.
   */
  readonly batchDrift: number;
  /** Where the weights come from; SOURCE.md says what was changed. */
  readonly source: 'sentence-transformers/all-MiniLM-L6-v2';
  /** SPDX identifier of the weights' licence; the text is in LICENSE. */
  readonly licence: 'Apache-2.0';
}

export const minilmL6V2: MinilmL6V2 = {
  id: 'minilm-l6-v2@int8',
  dimensions: artefact.dimensions,
  maxTokens: artefact.maxTokens,
  padId: artefact.padId,
  // Written out in place, because this is the form that bundlers recognise and copy the file for.
  model: new URL('../model/minilm-l6-v2.int8.onnx', import.meta.url).href,
  tokenizer: new URL('../model/tokenizer.json', import.meta.url).href,
  modelBytes: artefact.modelBytes,
  tokenizerBytes: artefact.tokenizerBytes,
  sha256: { model: artefact.sha256.model, tokenizer: artefact.sha256.tokenizer },
  batchDrift: artefact.batchDrift.promised,
  source: 'sentence-transformers/all-MiniLM-L6-v2',
  licence: 'Apache-2.0',
};
