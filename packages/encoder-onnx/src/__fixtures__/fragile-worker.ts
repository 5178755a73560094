// A worker whose lane ends, throws or fails to open when a text asks for it. Its rows have one element.
import { SrError } from '@sr/core';
import type { Lane } from '../lane.ts';
import { serveLane } from '../serve-lane.ts';

const lane: Lane = {
  run(texts) {
    if (texts.includes('exit')) process.exit(3);
    if (texts.includes('throw')) return Promise.reject(new Error('out of memory'));
    if (texts.includes('SrError')) {
      return Promise.reject(
        new SrError(
          'SR_DIMENSION_MISMATCH',
          'wrong',
          { expected: 2, actual: 1 },
          { cause: new Error('why') },
        ),
      );
    }
    return Promise.resolve({ rows: Float32Array.from(texts, () => 1), truncated: [], modelMs: 0 });
  },
  ended: new Promise(() => undefined),
  close: () => Promise.resolve(),
};

void serveLane((settings) =>
  settings === 'broken' ? Promise.reject(new Error('no such model')) : Promise.resolve(lane),
);
