import { describe, expect, it } from 'vitest';
import { encoderContract, fakeEncoder, runContract } from './index.ts';

runContract({ describe, it }, encoderContract, 'fake', () => fakeEncoder());
runContract({ describe, it }, encoderContract, 'fake, 384 dimensions', () =>
  fakeEncoder({ dimensions: 384 }),
);

async function cosine(a: string, b: string): Promise<number> {
  const encoder = fakeEncoder();
  const rows = await encoder.encode([a, b]);
  const second = rows.subarray(encoder.dimensions);
  return second.reduce((sum, element, i) => sum + element * rows[i]!, 0);
}

describe('fakeEncoder', () => {
  it('brings texts near by the words that they share', async () => {
    expect(await cosine('refund my order', 'Refund, my ORDER!')).toBeCloseTo(1, 6);
    expect(await cosine('refund my order', 'refund my ticket')).toBeCloseTo(2 / 3, 6);
    expect(await cosine('refund my order', 'weather in Oslo')).toBeCloseTo(0, 6);
  });

  it('gives the same row on every machine', async () => {
    const row = await fakeEncoder({ dimensions: 8 }).encode(['refund my order']);
    expect([...row]).toMatchInlineSnapshot(`
      [
        0,
        0.5773502588272095,
        0,
        0.5773502588272095,
        -0.5773502588272095,
        0,
        0,
        0,
      ]
    `);
  });

  it('refuses dimensions that are not a whole number above 0', () => {
    for (const dimensions of [0, -1, 1.5, NaN]) expect(() => fakeEncoder({ dimensions })).toThrow(RangeError);
  });
});
