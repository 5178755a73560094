import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runAsUser } from './run-as-user.ts';

/** A project outside the workspace, as a user has it. */
export interface ConsumerProject {
  /** Rejects with the program's output where it fails. */
  run(fileName: string): Promise<void>;
  /** Resolves to what an installed command prints. */
  runCommand(name: string, ...args: readonly string[]): Promise<string>;
}

export interface ConsumerProjectSettings {
  readonly folder: string;
  /** Names of packages, as a README tells a user to install them. */
  readonly installs: readonly string[];
  /** By package name: what npm takes instead of what the registry has under that name. */
  readonly tarballs: ReadonlyMap<string, string>;
  readonly files: readonly { readonly fileName: string; readonly text: string }[];
}

export async function createConsumerProject(settings: ConsumerProjectSettings): Promise<ConsumerProject> {
  const { folder, files } = settings;
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest(settings)));
  for (const { fileName, text } of files) await writeFile(join(folder, fileName), text);
  await runAsUser(folder, 'npm', ['install', '--no-audit', '--no-fund', '--prefer-offline']);

  return {
    async run(fileName) {
      await runAsUser(folder, process.execPath, [fileName]);
    },
    runCommand: (name, ...args) => runAsUser(folder, 'npx', ['--no-install', name, ...args]),
  };
}

function manifest({ installs, tarballs }: ConsumerProjectSettings) {
  const source = (name: string) => (tarballs.has(name) ? `file:${tarballs.get(name)!}` : '*');
  const indirect = [...tarballs.keys()].filter((name) => !installs.includes(name));
  return {
    private: true,
    type: 'module',
    dependencies: Object.fromEntries(installs.map((name) => [name, source(name)])),
    overrides: Object.fromEntries(indirect.map((name) => [name, source(name)])),
  };
}
