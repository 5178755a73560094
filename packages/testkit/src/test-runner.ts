/** The two functions of a test runner that suites are run with; Vitest's and node:test's fit. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: (context: TestContext) => Promise<void>) => unknown;
}

export interface TestContext {
  skip(reason: string): void;
}
