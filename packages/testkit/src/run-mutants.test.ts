import { expect, it } from 'vitest';
import type { ContractCase } from './contract-case.ts';
import { runMutants, type Mutant } from './run-mutants.ts';

type Adder = (a: number, b: number) => number;

const add: Adder = (a, b) => a + b;
const sum: ContractCase<Adder> = {
  name: 'sums',
  run: (adder) => {
    if (adder(1, 2) !== 3) throw new Error('no sum');
  },
};
const subtracting: Mutant<Adder> = { name: 'subtracts', caughtBy: 'sums', mutate: () => (a, b) => a - b };

async function failures(
  cases: readonly ContractCase<Adder>[],
  mutants: readonly Mutant<Adder>[],
): Promise<string[]> {
  const tests: [name: string, run: () => Promise<void>][] = [];
  const runner = {
    describe: (_name: string, body: () => void) => {
      body();
    },
    it: (name: string, body: (context: { skip(): void }) => Promise<void>) =>
      tests.push([name, () => body({ skip: () => undefined })]),
  };
  runMutants(runner, cases, mutants, () => add);
  const failed: string[] = [];
  for (const [name, run] of tests) {
    try {
      await run();
    } catch {
      failed.push(name);
    }
  }
  return failed;
}

it('accepts a suite whose cases reject their mutants', async () => {
  expect(await failures([sum], [subtracting])).toEqual([]);
});

it('fails where a mutant passes its case', async () => {
  const swapping: Mutant<Adder> = { name: 'swaps', caughtBy: 'sums', mutate: () => (a, b) => b + a };
  expect(await failures([sum], [swapping])).toEqual(['"sums" rejects: swaps']);
});

it('fails where a case has no mutant', async () => {
  const blind: ContractCase<Adder> = { name: 'is blind', run: () => undefined };
  expect(await failures([sum, blind], [subtracting])).toEqual(['there is one for "is blind"']);
});

it('fails where a case rejects the right subject too', async () => {
  const unfair: ContractCase<Adder> = { name: 'sums', run: () => Promise.reject(new Error('never')) };
  expect(await failures([unfair], [subtracting])).toEqual(['"sums" rejects: subtracts']);
});

it('fails where a mutant names no case', async () => {
  const stray: Mutant<Adder> = { ...subtracting, caughtBy: 'sings' };
  expect(await failures([sum], [subtracting, stray])).toEqual(['"sings" rejects: subtracts']);
});

it('fails where the right subject lacks the capability that a case needs', async () => {
  const optional = { ...sum, when: { name: 'supports.sums', declaredBy: () => false } };
  expect(await failures([optional], [subtracting])).toEqual(['"sums" rejects: subtracts']);
});
