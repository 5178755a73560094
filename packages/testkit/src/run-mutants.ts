import { ok } from './assert.ts';
import type { ContractCase } from './contract-case.ts';
import type { TestRunner } from './test-runner.ts';

/** A right subject with one promise broken, and the case that must notice. */
export interface Mutant<Subject> {
  readonly name: string;
  /** Name of the case; others may fail too. */
  readonly caughtBy: string;
  /** Wraps `right` and breaks the promise; `right` itself stays as it is. */
  mutate(right: Subject): Subject;
}

/**
 * Proves a contract suite: each case passes a right subject and rejects its mutants, and there is no
 * case without one. The right subject must declare every capability.
 */
export function runMutants<Subject>(
  { describe, it }: TestRunner,
  cases: readonly ContractCase<Subject>[],
  mutants: readonly Mutant<Subject>[],
  create: () => Promise<Subject> | Subject,
): void {
  describe('mutants', () => {
    for (const mutant of mutants) {
      it(`"${mutant.caughtBy}" rejects: ${mutant.name}`, async () => {
        const contractCase = cases.find(({ name }) => name === mutant.caughtBy);
        ok(contractCase, `there is no case named "${mutant.caughtBy}"`);
        ok(!(await failure(contractCase, await create())), 'the case rejects the right subject as well');
        ok(await failure(contractCase, mutant.mutate(await create())), 'the case let the mutant pass');
      });
    }
    for (const { name } of cases) {
      it(`there is one for "${name}"`, () => {
        ok(
          mutants.some(({ caughtBy }) => caughtBy === name),
          'no mutant fails this case, so it is not yet a case',
        );
        return Promise.resolve();
      });
    }
  });
}

async function failure<Subject>(contractCase: ContractCase<Subject>, subject: Subject): Promise<unknown> {
  const { when } = contractCase;
  ok(!when || (await when.declaredBy(subject)), `mutants need a subject that declares ${when?.name ?? ''}`);
  try {
    await contractCase.run(subject);
    return undefined;
  } catch (error) {
    return error;
  }
}
