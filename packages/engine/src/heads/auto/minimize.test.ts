import { describe, expect, it } from 'vitest';
import { minimize, type Objective } from './minimize.ts';

const settings = { maxIterations: 200, gradientTolerance: 1e-8 };

/** ½ Σ scaleᵢ (xᵢ − targetᵢ)² */
function quadratic(scales: readonly number[], target: readonly number[]): Objective {
  return (x, gradient) =>
    scales.reduce((sum, scale, i) => {
      gradient[i] = scale * (x[i]! - target[i]!);
      return sum + (scale * (x[i]! - target[i]!) ** 2) / 2;
    }, 0);
}

describe('minimize', () => {
  it('finds the minimum of an ill-conditioned quadratic', async () => {
    const x = new Float64Array(4);
    const value = await minimize(quadratic([1, 10, 100, 1e4], [1, -2, 3, -4]), x, settings);
    expect(value).toBeCloseTo(0, 10);
    expect(Array.from(x, (element) => Math.round(element * 1e4) / 1e4)).toEqual([1, -2, 3, -4]);
  });

  it('finds the minimum of a function that is not a quadratic', async () => {
    const x = new Float64Array([3]);
    await minimize(
      (at, gradient) => ((gradient[0] = Math.exp(at[0]!) - 2), Math.exp(at[0]!) - 2 * at[0]!),
      x,
      settings,
    );
    expect(x[0]).toBeCloseTo(Math.log(2), 6);
  });

  it('stays where it starts when that is the minimum', async () => {
    let steps = 0;
    const x = new Float64Array([1, 2]);
    await minimize(quadratic([1, 1], [1, 2]), x, {
      ...settings,
      onIteration: () => {
        steps++;
      },
    });
    expect([steps, ...x]).toEqual([0, 1, 2]);
  });

  it('ends when a step throws', async () => {
    const stop = () => {
      throw new Error('enough');
    };
    const search = minimize(quadratic([1, 9], [5, 5]), new Float64Array(2), {
      ...settings,
      onIteration: stop,
    });
    await expect(search).rejects.toThrow('enough');
  });
});
