import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumPath, hasChromium } from './scripts/chromium.ts';

const unit: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    include: ['{packages,apps}/*/src/**/*.test.ts', '{benchmarks,scripts}/**/*.test.ts'],
    exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
  },
};

const examples: TestProjectInlineConfiguration = {
  extends: true,
  test: { name: 'examples', include: ['examples/**/*.test.ts'] },
};

/** The same contract tests as in Node, and what only a page can show, in a real page. */
const browser: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'browser',
    include: [
      'packages/{index-flat,index-wasm-simd}/src/contract.test.ts',
      'packages/*/src/**/*.browser.test.ts',
    ],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: chromiumPath,
          // No name resolves but the test server's: a request to another origin fails.
          args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
};

/** Packs and installs every package; see the folder. */
const consumer: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'consumer',
    include: ['scripts/consumer/*.consumer.ts'],
    globalSetup: 'scripts/consumer/build-packages.ts',
    // After all others, so that npm takes no time from a test that measures some.
    sequence: { groupOrder: 1 },
  },
};

export default defineConfig({
  // Sources are tested as they are written: no package has to be built first.
  resolve: { conditions: ['@sr/source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['@sr/source', 'module', 'node', 'development|production'] } },
  test: {
    // Worker threads and child processes started by a test resolve sources too.
    execArgv: ['--conditions=@sr/source'],
    projects: [unit, examples, ...(hasChromium ? [browser] : []), consumer],
  },
});
