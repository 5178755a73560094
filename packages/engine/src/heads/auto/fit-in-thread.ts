import type { FitOptions, HeadExamples } from '@sr/core';
import type * as workerThreads from 'node:worker_threads';
import type { AutoModel } from './auto-state.ts';
import { fitAuto } from './fit-auto.ts';

/** Examples × routes from which a fit takes longer than it takes to start a thread for it. */
const threadFrom = 20_000;

/** What a fit needs, as it is handed to the thread. */
export interface FitOrder {
  readonly examples: HeadExamples;
  readonly outOfScopeShare: number;
}

/** What the thread says. */
export type FitNews =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'fitted'; readonly model: AutoModel }
  | { readonly kind: 'failed'; readonly error: unknown };

// Written out in place, because this is the form that bundlers recognise.
const script = import.meta.url.endsWith('.ts')
  ? new URL('./fit-worker.ts', import.meta.url)
  : new URL('./fit-worker.js', import.meta.url);

/** Fits in a thread of its own where that pays and the host has threads, so that decisions go on meanwhile. */
export function fitInThread(
  examples: HeadExamples,
  outOfScopeShare: number,
  options: FitOptions = {},
): Promise<AutoModel> {
  const isLarge = examples.texts.length * examples.routeNames.length >= threadFrom;
  const threads = isLarge ? nodeThreads() : undefined;
  if (threads === undefined) return fitAuto(examples, outOfScopeShare, options);
  return fitInWorker(threads, { examples: copyOf(examples), outOfScopeShare }, options);
}

// Asked of the process, not imported: the package has to load where there is no Node.
function nodeThreads(): typeof workerThreads | undefined {
  const { process } = globalThis as { readonly process?: Partial<NodeJS.Process> };
  return process?.getBuiltinModule?.('node:worker_threads');
}

async function fitInWorker(
  { Worker }: typeof workerThreads,
  order: FitOrder,
  { signal, onProgress }: FitOptions,
): Promise<AutoModel> {
  signal?.throwIfAborted();
  // By import, because a file is refused where the process was given its program as a string.
  const worker = new Worker(`import(${JSON.stringify(script.href)})`, { eval: true, workerData: order });
  const { promise, resolve, reject } = Promise.withResolvers<AutoModel>();
  const abort = () => {
    reject(signal?.reason as Error);
  };
  signal?.addEventListener('abort', abort);
  worker.on('message', (news: FitNews) => {
    if (news.kind === 'progress') onProgress?.(news.done);
    else if (news.kind === 'fitted') resolve(news.model);
    else reject(news.error);
  });
  worker.on('error', reject);
  worker.on('exit', (exitCode) => {
    reject(new Error(`The thread that fits the head "auto" ended with exit code ${exitCode}.`));
  });
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

/** As plain data: the engine's examples gather their rows when they are asked. */
function copyOf({ rows, dimensions, texts, routes, routeNames, negatives }: HeadExamples): HeadExamples {
  const { rows: negativeRows, texts: negativeTexts, routes: negativeRoutes } = negatives;
  return {
    ...{ rows, dimensions, texts, routes, routeNames },
    negatives: { rows: negativeRows, texts: negativeTexts, routes: negativeRoutes },
  };
}
