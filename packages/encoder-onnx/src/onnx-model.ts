/** What a model package exports: where its two files are, and what they promise. Plain data. */
export interface OnnxModel {
  /** Name and precision, e.g. `minilm-l6-v2@int8`. The encoder's id is `onnx:` and this. */
  readonly id: string;
  /** D: elements per row. */
  readonly dimensions: number;
  /** Most tokens per text that the graph takes, [CLS] and [SEP] included. */
  readonly maxTokens: number;
  /**
   * `file:` URL of an ONNX graph: `input_ids` int32 [B, S], padded with 0 at the end of a row, gives
   * `embedding` float32 [B, D] of unit length. The mask is derived inside.
   */
  readonly model: string;
  /** `file:` URL of its tokenizer.json: uncased BERT WordPiece. */
  readonly tokenizer: string;
  /** Size of the ONNX file. */
  readonly modelBytes: number;
  /** Size of tokenizer.json. */
  readonly tokenizerBytes: number;
  /** Of the two files, in lower-case hexadecimal. */
  readonly sha256: { readonly model: string; readonly tokenizer: string };
  /** Largest |Δ| of any element between a text encoded alone and in a padded batch. */
  readonly batchDrift: number;
}
