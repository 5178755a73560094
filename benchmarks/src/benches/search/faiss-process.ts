import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { paths } from '../../paths.ts';
import type { BuiltContender, SearchTimes, SearchWorkload } from './contender.ts';

const script = join(paths.contenders, 'faiss', 'contender.py');

/** Faiss in a Python process: rows go through a file, queries and answers are JSON lines. */
export async function startFaiss(
  python: string,
  { rows, rowCount, dimensions }: SearchWorkload,
): Promise<BuiltContender> {
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function ask<Answer>(request: unknown): Promise<Answer> {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`${script} ended before it answered.`);
    return JSON.parse(value) as Answer;
  }

  const file = join(paths.cache, 'faiss-rows.f32');
  await mkdir(paths.cache, { recursive: true });
  await writeFile(file, rows);
  const { buildMs } = await ask<{ buildMs: number }>({ file, rowCount, dimensions });
  await rm(file);
  return {
    buildMs,
    search: (queries, k) => ask<SearchTimes>({ queries: queries.map((query) => Array.from(query)), k }),
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await exited;
    },
  };
}
