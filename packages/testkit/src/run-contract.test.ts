import { expect, it } from 'vitest';
import type { ContractCase } from './contract-case.ts';
import { runContract } from './run-contract.ts';
import type { TestContext, TestRunner } from './test-runner.ts';

interface Report {
  readonly passed: string[];
  readonly failed: string[];
  readonly skipped: string[];
}

// Runs at once what a test runner would gather first.
async function report<Subject>(
  cases: readonly ContractCase<Subject>[],
  create: () => Subject,
): Promise<Report> {
  const result: Report = { passed: [], failed: [], skipped: [] };
  const pending: Promise<void>[] = [];
  const runner: TestRunner = {
    describe: (_name, body) => {
      body();
    },
    it: (name, body) => pending.push(settle(name, body)),
  };
  async function settle(name: string, body: (context: TestContext) => Promise<void>): Promise<void> {
    const skipped: string[] = [];
    try {
      await body({ skip: (reason) => skipped.push(`${name}: ${reason}`) });
      if (skipped.length === 0) result.passed.push(name);
      result.skipped.push(...skipped);
    } catch {
      result.failed.push(name);
    }
  }
  runContract(runner, cases, 'subject', create);
  await Promise.all(pending);
  return result;
}

const passing: ContractCase<object> = { name: 'passes', run: () => undefined };
const failing: ContractCase<object> = {
  name: 'fails',
  run: () => {
    throw new Error('broken');
  },
};

it('runs every case, and a case that throws fails', async () => {
  const result = await report([passing, failing], () => ({}));
  expect(result).toEqual({ passed: ['passes'], failed: ['fails'], skipped: [] });
});

it('skips a case whose capability is not declared, and names the capability', async () => {
  const flying = { name: 'supports.flying', declaredBy: ({ flies }: { flies: boolean }) => flies };
  const cases = [{ name: 'flies', when: flying, run: () => undefined }];
  expect((await report(cases, () => ({ flies: true }))).passed).toEqual(['flies']);
  expect((await report(cases, () => ({ flies: false }))).skipped).toEqual([
    'flies: supports.flying is not declared',
  ]);
});

it.each([Symbol.dispose, Symbol.asyncDispose])('disposes of each subject: %s', async (dispose) => {
  let disposed = 0;
  await report([passing, failing], () => ({ [dispose]: () => (disposed += 1) }));
  expect(disposed).toBe(2);
});
