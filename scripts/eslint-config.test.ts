import { ESLint } from 'eslint';
import { describe, expect, it, vi } from 'vitest';

// The first call makes the type checker read a package and its dependencies.
vi.setConfig({ testTimeout: 60_000 });

const eslint = new ESLint();

/** Lints the text as if it stood in the file; the file must exist, since rules look up its types. */
async function rulesBroken(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return result!.messages.map((message) => message.ruleId);
}

describe('the arrows between packages', () => {
  it('refuse an import of a package that packages.arrows.ts does not allow', async () => {
    const text = "export { indexContract } from '@sr/testkit';\n";
    expect(await rulesBroken('packages/index-flat/src/index.ts', text)).toEqual(['no-restricted-imports']);
  });

  it('refuse a type import just as well', async () => {
    const text = "export type { Router } from '@sr/engine';\n";
    expect(await rulesBroken('packages/core/src/index.ts', text)).toEqual(['no-restricted-imports']);
  });

  it('let an allowed import pass', async () => {
    const text = "export type { Encoder } from '@sr/core';\n";
    expect(await rulesBroken('packages/index-flat/src/index.ts', text)).toEqual([]);
  });
});

describe('packages', () => {
  it('do not write to the console', async () => {
    expect(await rulesBroken('packages/core/src/index.ts', "console.log('routed');\n")).toEqual([
      'no-console',
    ]);
  });

  it('do not read the environment', async () => {
    const text = 'export const home = process.env.HOME;\n';
    expect(await rulesBroken('packages/core/src/index.ts', text)).toEqual(['no-restricted-properties']);
  });

  it('leave both to apps', async () => {
    expect(await rulesBroken('apps/cli/src/main.ts', 'console.log(process.env.HOME);\n')).toEqual([]);
  });
});
