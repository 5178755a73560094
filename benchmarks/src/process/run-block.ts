import { watchEventLoop } from '../measure/watch-event-loop.ts';
import type { Subject } from '../subjects/subject.ts';
import type { Block, BlockResult } from './protocol.ts';

const bytesPerKiB = 1024;
const microsecondsPerMs = 1000;

export async function runBlock(subject: Subject, { warmUp, texts, callers }: Block): Promise<BlockResult> {
  for (const text of warmUp) await subject.decide(text);

  const routes = new Array<string | null>(texts.length);
  const latenciesMs = new Array<number>(texts.length);
  const modelMs = new Array<number | undefined>(texts.length);
  let next = 0;
  async function call(): Promise<void> {
    while (next < texts.length) {
      const i = next++;
      const start = performance.now();
      routes[i] = await subject.decide(texts[i]!);
      latenciesMs[i] = performance.now() - start;
      modelMs[i] = subject.modelMs;
    }
  }

  // A lone caller's latency is measured without a timer that fires every millisecond beside it.
  const unwatch = callers > 1 ? watchEventLoop() : undefined;
  const cpuStart = process.cpuUsage();
  const start = performance.now();
  await Promise.all(Array.from({ length: callers }, call));
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuStart);
  const eventLoopDelay = unwatch?.();
  return {
    routes,
    latenciesMs,
    ...(callers === 1 && modelMs[0] !== undefined && { outsideModel: outsideShares(latenciesMs, modelMs) }),
    wallMs,
    cpuMs: (user + system) / microsecondsPerMs,
    ...(eventLoopDelay && { eventLoopDelay }),
    memory: {
      residentBytes: process.memoryUsage.rss(),
      peakBytes: process.resourceUsage().maxRSS * bytesPerKiB,
    },
  };
}

function outsideShares(latenciesMs: readonly number[], modelMs: readonly (number | undefined)[]): number[] {
  return latenciesMs.map((latency, i) => (latency - modelMs[i]!) / latency);
}
