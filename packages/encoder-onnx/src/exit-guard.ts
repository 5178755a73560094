/** Marks a worker as being inside native code; shared between the worker and the thread that started it. */
export type BusyFlag = Int32Array<SharedArrayBuffer>;

// A batch takes a fifth of a second at most; whatever takes longer than this is not worth waiting for.
const longestWaitMs = 5000;

const guarded = new Set<BusyFlag>();

/** To be called by the thread that started the worker. */
export function createBusyFlag(): BusyFlag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Lets `process.exit` wait until the worker has left native code. Without that, Node stops the worker
 * inside onnxruntime-node, whose next call into JavaScript then aborts the process (SIGABRT).
 */
export function guardExit(flag: BusyFlag): void {
  if (guarded.size === 0) process.on('exit', waitForAll);
  guarded.add(flag);
}

export function unguardExit(flag: BusyFlag): void {
  guarded.delete(flag);
  if (guarded.size === 0) process.off('exit', waitForAll);
}

export function markBusy(flag: BusyFlag): void {
  Atomics.store(flag, 0, 1);
}

export function markIdle(flag: BusyFlag): void {
  Atomics.store(flag, 0, 0);
  Atomics.notify(flag, 0);
}

function waitForAll(): void {
  for (const flag of guarded) Atomics.wait(flag, 0, 1, longestWaitMs);
}
