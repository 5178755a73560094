import { availableParallelism } from 'node:os';
import type { Encoder } from '@sr/core';
import type { Lane } from './lane.ts';
import { checkFileSize } from './model-file.ts';
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
  /**
   * Resolve as soon as the files are checked, and open the first thread while the caller goes on, with
   * restoring a router for instance. What keeps it from opening then rejects the first `encode`. Default false.
   */
  readonly background?: boolean;
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
  /** Compare the sha256 of the files as well as their sizes. Default false: it takes 20 ms of a core. */
  readonly verify?: boolean;
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
 * Loads a model from the files of its package; resolves when the first thread is ready to encode, unless that is
 * left to the background.
 *
 * @throws SR_MODEL_INVALID, SR_RUNTIME_MISSING; RangeError for a setting out of range.
 */
export async function loadOnnxEncoder(settings: OnnxEncoderSettings): Promise<Encoder & AsyncDisposable> {
  const { model, maxQueued = 1024, verify = false, onBatch } = settings;
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
  // At the same time, and the lane first, which takes longest; but where a file is damaged, its check
  // says so more clearly than the runtime does.
  const opening = scheduler.start();
  opening.catch(() => undefined); // in the background, the first encode opens again and says why
  const inBackground = settings.thread !== 'inline' && settings.background === true;
  const [lane, files] = await Promise.allSettled([
    inBackground ? undefined : opening,
    checkFiles(model, verify),
  ]);
  for (const outcome of [files, lane]) {
    if (outcome.status === 'fulfilled') continue;
    await encoder[Symbol.asyncDispose]();
    throw outcome.reason;
  }
  return encoder;
}

async function checkFiles(model: OnnxModel, verify: boolean): Promise<void> {
  await checkFileSize(model.model, model.modelBytes);
  await checkFileSize(model.tokenizer, model.tokenizerBytes);
  if (!verify) return;
  const { checkSha256 } = await import('./checksum.ts');
  await checkSha256(model.model, model.sha256.model);
  await checkSha256(model.tokenizer, model.sha256.tokenizer);
}

function lanesOf(settings: OnnxEncoderSettings): Pick<SchedulerSettings, 'openLane' | 'maxLanes'> {
  const { model } = settings;
  if (settings.thread === 'inline') {
    return { maxLanes: 1, openLane: () => openInlineLane(settings) };
  }
  const { workers = Math.min(availableParallelism(), maxWorkers) } = settings;
  assertWhole('workers', workers, 1);
  return { maxLanes: workers, openLane: () => openWorkerLane(workerScript, model) };
}

// Imported when it is needed, like the checksum: with workers this thread does without, 5 ms sooner.
async function openInlineLane({ model, runtime }: OnnxInlineSettings): Promise<Lane> {
  const { loadOnnxLane } = await import('./load-onnx-lane.ts');
  return loadOnnxLane(model, runtime);
}

function assertWhole(setting: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new RangeError(`loadOnnxEncoder takes a whole number from ${least} as ${setting}, got ${value}.`);
}
