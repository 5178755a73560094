import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { SubjectSettings } from '../subjects/subject.ts';
import type { Command } from './contenders.ts';
import type { Block, BlockResult, Ready } from './protocol.ts';

/** A contender in a process of its own. */
export interface RunningContender extends AsyncDisposable {
  readonly loadMs: number;
  run(block: Block): Promise<BlockResult>;
}

export async function startContender(command: Command, settings: SubjectSettings): Promise<RunningContender> {
  const [file, ...parameters] = command;
  const child = spawn(file, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function ask<Answer>(request: SubjectSettings | Block): Promise<Answer> {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`The contender ended before it answered: ${command.join(' ')}`);
    return JSON.parse(value) as Answer;
  }

  const { loadMs } = await ask<Ready>(settings);
  return {
    loadMs,
    run: (block) => ask<BlockResult>(block),
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await exited;
    },
  };
}
