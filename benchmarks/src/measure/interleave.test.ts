import { expect, it } from 'vitest';
import { interleave } from './interleave.ts';
import { createRandom } from './random.ts';

it('runs each task once per round, in orders that a seed repeats and rounds do not', async () => {
  const draw = async () => {
    const orders: string[][] = [];
    await interleave(['a', 'b', 'c', 'd'], 8, createRandom(1), (task, round) => {
      (orders[round] ??= []).push(task);
      return Promise.resolve();
    });
    return orders;
  };
  const orders = await draw();
  expect(orders.map((order) => order.toSorted())).toEqual(Array(8).fill(['a', 'b', 'c', 'd']));
  expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
  expect(await draw()).toEqual(orders);
});
