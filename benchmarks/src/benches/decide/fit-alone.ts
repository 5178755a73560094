import type { Encoder, Route } from '@sr/core';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { nameInWords } from '../../workloads/name-in-words.ts';
import type { Fit, FitOrder } from './fit-order.ts';

const program = new URL('./fit-process.ts', import.meta.url);

/** Fits the default head in a process of its own, so that memory and CPU time are the fit's. */
export async function fitAlone(
  { id, dimensions }: Pick<Encoder, 'id' | 'dimensions'>,
  routes: readonly Route[],
  rowOf: ReadonlyMap<string, Float32Array>,
): Promise<Fit> {
  const texts = [...new Set(routes.flatMap(({ name, utterances }) => [...utterances, nameInWords(name)]))];
  const rows = new Float32Array(texts.length * dimensions);
  texts.forEach((text, i) => {
    rows.set(rowOf.get(text)!, i * dimensions);
  });
  const child = fork(program, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const order: FitOrder = { encoder: id, dimensions, routes, texts, rows };
  child.send(order);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The process that fits ended with exit code ${String(code)} before it answered.`);
  });
  const [fit] = (await Promise.race([once(child, 'message'), ended])) as [Fit];
  return fit;
}
