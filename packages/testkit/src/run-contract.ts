import type { ContractCase } from './contract-case.ts';
import type { TestRunner } from './test-runner.ts';

/**
 * One test per case, each with a subject of its own, which is disposed of where it can be.
 *
 * runContract({ describe, it }, indexContract, 'flat', () => createFlatIndex);
 */
export function runContract<Subject>(
  { describe, it }: TestRunner,
  cases: readonly ContractCase<Subject>[],
  name: string,
  create: () => Promise<Subject> | Subject,
): void {
  describe(name, () => {
    for (const contractCase of cases) {
      it(contractCase.name, async (context) => {
        const subject = await create();
        try {
          const { when } = contractCase;
          if (when && !(await when.declaredBy(subject))) context.skip(`${when.name} is not declared`);
          else await contractCase.run(subject);
        } finally {
          await dispose(subject);
        }
      });
    }
  });
}

async function dispose(subject: unknown): Promise<void> {
  const { [Symbol.asyncDispose]: disposeAsync, [Symbol.dispose]: disposeNow } = subject as Partial<
    AsyncDisposable & Disposable
  >;
  if (disposeAsync) await disposeAsync.call(subject as AsyncDisposable);
  else disposeNow?.call(subject as Disposable);
}
