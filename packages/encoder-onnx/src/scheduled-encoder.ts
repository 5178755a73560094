import { SrError, type EncodeOptions, type Encoder, type EncoderSupports } from '@sr/core';
import type { Job } from './job-queue.ts';
import type { Scheduler } from './scheduler.ts';

export interface ScheduledEncoderSettings {
  readonly id: string;
  readonly dimensions: number;
  readonly supports: EncoderSupports;
  readonly maxBatch: number;
  /** Most texts that may wait; a call that would add more is refused. */
  readonly maxQueued: number;
  readonly scheduler: Scheduler;
}

/** The contract's side of a scheduler: calls become jobs, rows become answers. */
export function createScheduledEncoder(settings: ScheduledEncoderSettings): Encoder & AsyncDisposable {
  const { id, dimensions, supports, maxBatch, maxQueued, scheduler } = settings;
  let closing: Promise<void> | undefined;

  function assertAcceptable(texts: readonly string[]): void {
    if (closing) throw disposed(id);
    assertBatch(id, texts, maxBatch);
    if (scheduler.waiting + texts.length > maxQueued) throw queueFull(id, maxQueued);
  }

  return {
    contract: 'encoder/1',
    id,
    dimensions,
    maxBatch,
    supports,
    async encode(texts, options = {}) {
      options.signal?.throwIfAborted();
      assertAcceptable(texts);
      const rows = new Float32Array(texts.length * dimensions);
      const truncated: number[] = [];
      await runAll(scheduler, id, texts, options, (row, textIndex, wasTruncated) => {
        rows.set(row, textIndex * dimensions);
        if (wasTruncated) truncated.push(textIndex);
      });
      for (const textIndex of truncated.sort((a, b) => a - b)) options.onTruncated?.(textIndex);
      return rows;
    },
    [Symbol.asyncDispose]() {
      closing ??= scheduler.close(disposed(id));
      return closing;
    },
  };
}

type TakeRow = (row: Float32Array, textIndex: number, truncated: boolean) => void;

/** Ends when each text has its row; at the first failure or when the signal is aborted, the rest leaves the queue. */
async function runAll(
  scheduler: Scheduler,
  id: string,
  texts: readonly string[],
  { signal, reproducible = false }: EncodeOptions,
  takeRow: TakeRow,
): Promise<void> {
  let abort!: () => void;
  try {
    await new Promise<void>((resolve, reject) => {
      let missing = texts.length;
      if (missing === 0) resolve();
      const jobs = texts.map((text, textIndex): Job => ({
        text,
        alone: reproducible,
        done(row, truncated) {
          takeRow(row, textIndex, truncated);
          if (--missing === 0) resolve();
        },
        failed(error) {
          scheduler.remove(jobs);
          reject(toSrError(id, textIndex, error));
        },
      }));
      abort = () => {
        scheduler.remove(jobs);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', abort);
      scheduler.add(jobs);
    });
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

function assertBatch(id: string, texts: readonly string[], maxBatch: number): void {
  if (texts.length > maxBatch) {
    throw new SrError(
      'SR_BATCH_TOO_LARGE',
      `${id} takes at most ${maxBatch} texts per call, got ${texts.length}; let the engine split.`,
      { limit: maxBatch, actual: texts.length },
    );
  }
  const wrong = texts.findIndex((text: unknown) => typeof text !== 'string');
  if (wrong !== -1)
    throw new TypeError(`${id} encodes strings, texts[${wrong}] is a ${typeof texts[wrong]}.`);
}

function queueFull(id: string, limit: number): SrError {
  return new SrError(
    'SR_QUEUE_FULL',
    `${id} lets ${limit} texts wait, and this call would add more than that; try again later, or raise maxQueued.`,
    { limit },
  );
}

function disposed(id: string): SrError {
  return new SrError('SR_DISPOSED', `${id} was disposed of; load another encoder.`, { what: id });
}

function toSrError(encoder: string, textIndex: number, cause: unknown): SrError {
  if (SrError.is(cause)) return cause;
  const problem = cause instanceof Error ? cause.message : String(cause);
  return new SrError(
    'SR_ENCODER_FAILED',
    `${encoder} could not encode texts[${textIndex}]: ${problem}`,
    { encoder, textIndex },
    { cause },
  );
}
