import { availableParallelism } from 'node:os';
import type { Encoder } from '@sr/core';
import { loadOnnxLane } from './load-onnx-lane.ts';
import { verifyModelFile } from './model-file.ts';
import type { OnnxModel } from './onnx-model.ts';
import type { OnnxRuntime } from './onnx-runtime.ts';
import { createScheduledEncoder } from './scheduled-encoder.ts';
import { createScheduler, type SchedulerSettings } from './scheduler.ts';
import { openWorkerLane } from './worker-lane.ts';

export type OnnxEncoderSettings = OnnxWorkerSettings | OnnxInlineSettings;

/** Encodes in worker threads: the event loop of the caller is never blocked. */
export interface OnnxWorkerSettings extends CommonSettings {
  readonly thread?: 'worker';
  /** Most worker threads, each with its own copy of the model; opened as they are needed. Default: one per core, at most 4. */
  readonly workers?: number;
}

/** Encodes in the caller's thread, which is blocked while the model computes: for scripts and workers of your own. */
export interface OnnxInlineSettings extends CommonSettings {
  readonly thread: 'inline';
  /** Default: `import('onnxruntime-node')`. */
  readonly runtime?: OnnxRuntime;
}

interface CommonSettings {
  readonly model: OnnxModel;
  /** Most texts that may wait for a thread; a call that would add more rejects with SR_QUEUE_FULL. Default 1024. */
  readonly maxQueued?: number;
  /** Called after each run of the model, for metrics. */
  readonly onBatch?: (batch: OnnxBatch) => void;
}

export interface OnnxBatch {
  readonly texts: number;
  /** Time inside ONNX Runtime, without tokenising and hand-over. */
  readonly modelMs: number;
}

const maxBatch = 256;
const maxWorkers = 4;
const textsPerRun = 8;

// Written out in place, because this is the form that bundlers recognise.
const workerScript = import.meta.url.endsWith('.ts')
  ? new URL('./onnx-worker.ts', import.meta.url)
  : new URL('./onnx-worker.js', import.meta.url);

/**
 * Loads a model from the files of its package; resolves when the first thread is ready to encode.
 *
 * @throws SR_MODEL_INVALID, SR_RUNTIME_MISSING; RangeError for a setting out of range.
 */
export async function loadOnnxEncoder(settings: OnnxEncoderSettings): Promise<Encoder & AsyncDisposable> {
  const { model, maxQueued = 1024, onBatch } = settings;
  assertWhole('maxQueued', maxQueued, maxBatch);
  const scheduler = createScheduler({
    ...lanesOf(settings),
    maxBatch: textsPerRun,
    onBatch: (texts, { modelMs }) => onBatch?.({ texts, modelMs }),
  });
  const encoder = createScheduledEncoder({
    id: `onnx:${model.id}`,
    dimensions: model.dimensions,
    supports: { batchDrift: model.batchDrift, inputType: false, maxTokens: model.maxTokens },
    maxBatch,
    maxQueued,
    scheduler,
  });
  // At the same time: the first lane takes longer, and not on this thread. In this order: what a
  // checksum says of a damaged file is clearer than what the runtime makes of it.
  const outcomes = await Promise.allSettled([
    verifyModelFile(model.model, model.sha256.model),
    verifyModelFile(model.tokenizer, model.sha256.tokenizer),
    scheduler.start(),
  ]);
  const failure = outcomes.find(({ status }) => status === 'rejected');
  if (!failure) return encoder;
  await encoder[Symbol.asyncDispose]();
  throw (failure as PromiseRejectedResult).reason;
}

function lanesOf(settings: OnnxEncoderSettings): Pick<SchedulerSettings, 'openLane' | 'maxLanes'> {
  const { model } = settings;
  if (settings.thread === 'inline') {
    return { maxLanes: 1, openLane: () => loadOnnxLane(model, settings.runtime) };
  }
  const { workers = Math.min(availableParallelism(), maxWorkers) } = settings;
  assertWhole('workers', workers, 1);
  return { maxLanes: workers, openLane: () => openWorkerLane(workerScript, model) };
}

function assertWhole(setting: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new RangeError(`loadOnnxEncoder takes a whole number from ${least} as ${setting}, got ${value}.`);
}
