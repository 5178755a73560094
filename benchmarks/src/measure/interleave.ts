import { shuffle, type Random } from './random.ts';

/**
 * Runs every task once per round, in an order that is drawn anew for each round. Whatever happens to
 * the machine in the meantime then happens to all of them, so that figures of one round may be divided.
 */
export async function interleave<T>(
  tasks: readonly T[],
  rounds: number,
  random: Random,
  run: (task: T, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const task of shuffle(tasks, random)) await run(task, round);
  }
}
