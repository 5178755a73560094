/** Follows every README as a user would: installs what it names with npm, runs what it shows. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { packInto } from '../pack-into.ts';
import { type ConsumerProject, createConsumerProject } from './consumer-project.ts';
import { publishablePackages } from './publishable-packages.ts';
import { readReadme, type Readme } from './read-readme.ts';
import { runAsUser } from './run-as-user.ts';
import { typecheckPrograms } from './typecheck-programs.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const root = join(import.meta.dirname, '../..');
const packages = await publishablePackages(root);
const temp = await mkdtemp(join(tmpdir(), 'sr-consumer-'));
const tarballs = new Map<string, string>();

beforeAll(async () => {
  await runAsUser(root, 'turbo', ['run', 'build', '--output-logs=errors-only']); // what is not up to date
  for (const { name, folder } of packages) tarballs.set(name, await packInto(temp, folder));
});
afterAll(() => rm(temp, { recursive: true }));

describe('README.md', async () => {
  followReadme('root', readReadme(await readFile(join(root, 'README.md'), 'utf8')));
});

describe.each(packages)('README.md of $name', ({ name, readme, commands }) => {
  it('is there', () => {
    expect(readme).toBeDefined();
  });
  if (readme === undefined) return;
  const { installs, programs } = readReadme(readme);
  // A README without the command is read by someone who has installed its package.
  followReadme(name, { installs: installs.length > 0 ? installs : [name], programs }, commands);
});

it('READMEs show programs that compile under tsc --strict', () => typecheckPrograms(temp));

function followReadme(
  folder: string,
  { installs, programs }: Readme,
  commands: readonly string[] = [],
): void {
  const files = programs.map((text, i) => ({ fileName: `program-${i + 1}.ts`, text }));
  let project: ConsumerProject;

  it('names what npm can install', async () => {
    project = await createConsumerProject({
      folder: join(temp, folder.replaceAll('/', '-')),
      installs,
      tarballs,
      files,
    });
  });

  it.each(files)('shows programs that run: $fileName', ({ fileName }) => project.run(fileName));

  it.each(commands)('brings the command %s', async (command) => {
    expect(await project.runCommand(command, '--help')).toContain(`Usage: ${command}`);
  });
}
