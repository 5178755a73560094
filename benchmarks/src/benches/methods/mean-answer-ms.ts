import { interleave } from '../../measure/interleave.ts';
import { mean } from '../../measure/mean.ts';
import { createRandom, shuffle } from '../../measure/random.ts';
import type { LearnedMethod } from './method.ts';

export interface AnswerSizes {
  /** In each, every method answers one block of the same texts. */
  readonly rounds: number;
  /** Measured, per block. */
  readonly texts: number;
  /** Before them, unmeasured: another method's data is still in the processor's caches. */
  readonly warmUp: number;
  readonly seed: number;
}

/** @returns milliseconds from text to decision, one caller, mean per method. */
export async function meanAnswerMs(
  methods: readonly LearnedMethod[],
  texts: readonly string[],
  { rounds, texts: blockTexts, warmUp, seed }: AnswerSizes,
): Promise<number[]> {
  const random = createRandom(seed);
  const blocks = Array.from({ length: rounds }, () => shuffle(texts, random).slice(0, warmUp + blockTexts));
  const blocksMs = methods.map((): number[] => []);
  await interleave([...methods.entries()], rounds, random, async ([m, { answer }], round) => {
    const block = blocks[round]!;
    for (const text of block.slice(0, warmUp)) await answer(text);
    const start = performance.now();
    for (const text of block.slice(warmUp)) await answer(text);
    blocksMs[m]!.push((performance.now() - start) / blockTexts);
  });
  return blocksMs.map(mean);
}
