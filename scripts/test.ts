/**
 * `pnpm test`: all that CI checks except benchmarks. Goes on after a failure. A check counts as one
 * test; the last line sums them up.
 */
import { chromiumPath, hasChromium } from './chromium.ts';
import { type Check, runCheck } from './run-check.ts';
import { runVitest } from './run-vitest.ts';

process.env.TURBO_TELEMETRY_DISABLED = '1';

const checks: readonly Check[] = [
  turbo('build', 'build'),
  turbo('types', 'typecheck', 'typecheck:root'),
  turbo('lint', 'lint:root'),
  turbo('format', 'format:root'),
  turbo('unused code', 'knip:root'),
  turbo('packages', 'check:package'),
  turbo('sizes', 'size:root'),
];

let passed = 0;
let failed = 0;
for (const check of checks) {
  if (await runCheck(check)) passed++;
  else failed++;
}

console.log('\n── tests: vitest run');
const tests = await runVitest();
passed += tests.passed;
failed += tests.failed;

if (!hasChromium) {
  console.log(
    `Browser tests were not run: there is no ${chromiumPath}. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.`,
  );
  if (process.env.CI) failed++;
}
if (tests.skipped.length > 0) {
  console.log([`${tests.skipped.length} tests were skipped:`, ...tests.skipped].join('\n  '));
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function turbo(name: string, ...tasks: readonly string[]): Check {
  return { name, command: 'turbo', args: ['run', ...tasks, '--continue', '--output-logs=errors-only'] };
}
