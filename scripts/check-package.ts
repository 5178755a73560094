/**
 * `check:package`, run in a package's folder: what its tarball holds is what npm, Node, bundlers and
 * TypeScript expect of an ES module.
 */
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemKindInfo } from '@arethetypeswrong/core/problems';
import { readFile } from 'node:fs/promises';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packInto } from './pack-into.ts';
import { withTempFolder } from './with-temp-folder.ts';

/** Nobody is promised `require()`, nor TypeScript's resolution from before `exports`. */
const unpromised = ['node10', 'node16-cjs'];

const tarball = await withTempFolder(async (temp) => readFile(await packInto(temp, process.cwd())));
const findings = [...(await findPublishingMistakes(tarball)), ...(await findTypeMistakes(tarball))];
for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exitCode = 1;

async function findPublishingMistakes(tarball: Buffer): Promise<string[]> {
  const packed = new Uint8Array(tarball).buffer;
  const { messages, pkg } = await publint({ pack: { tarball: packed }, strict: true });
  return messages.map(
    (message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
  );
}

async function findTypeMistakes(tarball: Buffer): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(tarball));
  if (!result.types) return ['attw: the package has no types'];
  return result.problems
    .filter((problem) => !('resolutionKind' in problem && unpromised.includes(problem.resolutionKind)))
    .map(
      (problem) => `attw: ${problemKindInfo[problem.kind].title}: ${JSON.stringify(problem, withoutTrace)}`,
    );
}

/** The trace of a module resolution is a page long; `tsc --traceResolution` shows it too. */
function withoutTrace(key: string, value: unknown): unknown {
  return key === 'trace' ? undefined : value;
}
