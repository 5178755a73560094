import { startVitest, type TestCase, type TestModule } from 'vitest/node';

export interface VitestTally {
  readonly passed: number;
  readonly failed: number;
  /** One line per skipped test: its full name and the reason it gave. */
  readonly skipped: readonly string[];
}

/** Every project of vitest.config.ts, once. */
export async function runVitest(): Promise<VitestTally> {
  const vitest = await startVitest([], { watch: false });
  const modules = vitest.state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const count = (state: string) => tests.filter((test) => test.result().state === state).length;
  const failed =
    count('failed') + modules.filter(failsOutsideTests).length + vitest.state.getUnhandledErrors().length;
  const tally = {
    passed: count('passed'),
    // A run that breaks before its first test tells so by the exit code only.
    failed: failed === 0 && process.exitCode ? 1 : failed,
    skipped: tests.filter((test) => test.result().state === 'skipped').map(describeSkip),
  };
  await vitest.close();
  return tally;
}

/** A file that cannot be imported, or whose hook throws, may fail without a failed test to count. */
function failsOutsideTests(module: TestModule): boolean {
  const suites = [...module.children.allSuites()];
  return [module, ...suites].some((suite) => suite.errors().length > 0);
}

function describeSkip(test: TestCase): string {
  const result = test.result();
  const reason = (result.state === 'skipped' ? result.note : undefined) ?? 'no reason given';
  return `[${test.project.name}] ${test.module.relativeModuleId} > ${test.fullName}: ${reason}`;
}
