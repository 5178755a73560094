import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../paths.ts';
import type { NodeSubjectName } from '../subjects/node-subjects.ts';

export type Command = readonly [file: string, ...parameters: string[]];

/** Who takes part: what tables call it, and how its process is started. */
export interface Contender {
  readonly label: string;
  readonly command: Command;
}

export const ours = {
  worker: { label: '@sr, worker, max head', command: nodeCommand('sr-worker') },
  inline: { label: '@sr, inline, max head', command: nodeCommand('sr-inline') },
  default: { label: '@sr, worker, default head', command: nodeCommand('sr-default') },
} satisfies Record<string, Contender>;

export const naive = {
  defaultThreads: { label: 'naive, default threads', command: nodeCommand('naive') },
  oneThread: { label: 'naive, one thread', command: nodeCommand('naive-one-thread') },
} satisfies Record<string, Contender>;

const aureliosPython = join(paths.cache, 'aurelio', 'bin', 'python');

/** Python's semantic-router; undefined where it is not installed, which takes gigabytes. */
export const aurelio: Contender | undefined = existsSync(aureliosPython)
  ? {
      label: 'aurelio semantic-router (Python)',
      command: [aureliosPython, join(paths.contenders, 'aurelio', 'contender.py')],
    }
  : undefined;

function nodeCommand(name: NodeSubjectName): Command {
  return [process.execPath, join(paths.built, 'process', 'subject-process.js'), name];
}
