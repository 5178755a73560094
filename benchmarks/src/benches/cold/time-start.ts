import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { FirstDecision } from '../../cold/first-decision.ts';

export interface ColdStart extends FirstDecision {
  /** From before the process was started until its first decision arrived. */
  readonly firstDecisionMs: number;
}

/** Starts a program of `src/cold` and waits until it has ended. */
export async function timeStart(program: readonly string[]): Promise<ColdStart> {
  const start = performance.now();
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const { value, done } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  const firstDecisionMs = performance.now() - start;
  await exited;
  if (done) throw new Error(`No decision came from node ${program.join(' ')}`);
  return { ...(JSON.parse(value) as FirstDecision), firstDecisionMs };
}
