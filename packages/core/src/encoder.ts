/** Text in, one unit-length row per text out. Proof of conformance: `encoderContract` in @sr/testkit. */
export interface Encoder {
  readonly contract: 'encoder/1';
  /** Model and precision, e.g. `onnx:minilm-l6-v2@int8`. A snapshot built by another id is refused. */
  readonly id: string;
  /** D: float32 elements per row, constant for the life of the encoder. */
  readonly dimensions: number;
  /** Most texts per call; more throws SR_BATCH_TOO_LARGE. Splitting is the engine's job. */
  readonly maxBatch: number;
  readonly supports: EncoderSupports;
  /**
   * @param texts N strings, 0 ≤ N ≤ maxBatch; the empty string is a valid text.
   * @returns float32, row-major, shape [N, D]; row i belongs to texts[i]; each row has L2 norm
   *   1 ± 1e-3. The buffer is fresh on every call, so the caller may keep or overwrite it.
   * @throws SR_BATCH_TOO_LARGE above maxBatch; SR_ENCODER_FAILED, which names the text by its
   *   position; the signal's reason when it is aborted.
   */
  encode(texts: readonly string[], options?: EncodeOptions): Promise<Float32Array>;
}

export interface EncoderSupports {
  /** Largest |Δ| of any element between a text encoded alone and in a batch. 0: bit-equal. */
  readonly batchDrift: number;
  /** Whether `inputType` changes rows: queries and documents are encoded differently. */
  readonly inputType: boolean;
  /** Most tokens of a text that are read; the rest is cut off and reported to `onTruncated`. */
  readonly maxTokens: number;
}

export interface EncodeOptions {
  readonly signal?: AbortSignal;
  /** What the texts are; an encoder without `supports.inputType` ignores it. */
  readonly inputType?: 'query' | 'document';
  /**
   * Ask for rows that do not depend on neighbours: each is what the text gives when it is encoded
   * alone, which costs throughput where `supports.batchDrift` is above 0.
   */
  readonly reproducible?: boolean;
  /** Called before the call settles, once for each text that was longer than `supports.maxTokens`. */
  readonly onTruncated?: (textIndex: number) => void;
}
