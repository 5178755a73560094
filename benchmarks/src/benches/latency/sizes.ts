import type { BlockSettings } from './draw-blocks.ts';

export interface LatencySizes {
  /** Blocks of one caller. */
  readonly lone: BlockSettings;
  /** Blocks of each number of callers. */
  readonly load: BlockSettings;
}

export const fullSizes: LatencySizes = {
  lone: { rounds: 30, blockSize: 100, warmUp: 10 },
  load: { rounds: 10, blockSize: 640, warmUp: 10 },
};

export const quickSizes: LatencySizes = {
  lone: { rounds: 3, blockSize: 40, warmUp: 5 },
  load: { rounds: 2, blockSize: 128, warmUp: 5 },
};
