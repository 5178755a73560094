import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumPath, hasChromium } from './scripts/chromium.ts';

const unit: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    include: ['{packages,apps}/*/src/**/*.test.ts', '{benchmarks/src,scripts}/**/*.test.ts'],
  },
};

const examples: TestProjectInlineConfiguration = {
  extends: true,
  test: { name: 'examples', include: ['examples/**/*.test.ts'] },
};

/**
 * The tests of every package that runs anywhere, once more in a page of Chromium; a test that needs
 * Node is named *.node.test.ts.
 */
const browser: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'browser',
    include: ['packages/{core,engine,index-flat,index-wasm-simd,simd-cosine,testkit}/src/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.node.test.ts'],
    setupFiles: 'scripts/browser/same-origin.ts',
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: chromiumPath,
          args: ['--no-sandbox', '--disable-gpu'],
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
    // A group of its own, so that npm takes no time from a test that measures some.
    sequence: { groupOrder: 1 },
  },
};

export default defineConfig({
  // Sources are tested as they are written: no package has to be built first. Vitest hands the
  // conditions to its workers' Node too, so threads that a test starts resolve alike.
  resolve: { conditions: ['@sr/source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['@sr/source', 'module', 'node', 'development|production'] } },
  test: {
    projects: [unit, examples, ...(hasChromium ? [browser] : []), consumer],
  },
});
