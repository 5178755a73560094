import type { Tokenizer } from './bert-tokenizer.ts';
import type { Lane, LaneResult } from './lane.ts';

/** A loaded model, whatever computes it. */
export interface TokenModel {
  /**
   * @param ids int32, shape [N, tokens], each row padded at its end with 0.
   * @returns float32, unit length, shape [N, D].
   */
  run(ids: Int32Array, shape: readonly [texts: number, tokens: number]): Promise<Float32Array>;
  release(): Promise<void>;
}

/** Encodes in this thread, which is blocked while the model computes. */
export function createLocalLane(tokenize: Tokenizer, model: TokenModel): Lane {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  let running: Promise<unknown> = Promise.resolve();

  async function run(texts: readonly string[]): Promise<LaneResult> {
    const tokenized = texts.map(tokenize);
    const tokens = Math.max(...tokenized.map(({ ids }) => ids.length));
    const padded = new Int32Array(texts.length * tokens);
    tokenized.forEach(({ ids }, row) => {
      padded.set(ids, row * tokens);
    });
    const start = performance.now();
    const rows = await model.run(padded, [texts.length, tokens]);
    const modelMs = performance.now() - start;
    const truncated = tokenized.flatMap((text, position) => (text.truncated ? [position] : []));
    return { rows, truncated, modelMs };
  }

  return {
    run(texts) {
      const result = run(texts);
      running = result.catch(() => undefined);
      return result;
    },
    ended,
    async close() {
      end();
      await running; // a session must not be released under its own run
      await model.release();
    },
  };
}
