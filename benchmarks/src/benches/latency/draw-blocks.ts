import { shuffle, type Random } from '../../measure/random.ts';
import type { Block } from '../../process/protocol.ts';

export interface BlockSettings {
  readonly rounds: number;
  /** Measured decisions per block. */
  readonly blockSize: number;
  /** Decisions before them that are not measured. */
  readonly warmUp: number;
}

/** What a block asks for, whoever answers it. */
export type BlockTexts = Pick<Block, 'warmUp' | 'texts'>;

/** One block per round, the same for every contender. */
export function drawBlocks(
  texts: readonly string[],
  { rounds, blockSize, warmUp }: BlockSettings,
  random: Random,
): BlockTexts[] {
  return Array.from({ length: rounds }, () => {
    const drawn = shuffle(texts, random);
    return { warmUp: drawn.slice(0, warmUp), texts: drawn.slice(warmUp, warmUp + blockSize) };
  });
}
