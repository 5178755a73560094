// Runs in a process that fitAlone has started; not for import.
import { createRouter } from '@sr/engine';
import { once } from 'node:events';
import { createRecallEncoder } from '../../workloads/recall-encoder.ts';
import type { Fit, FitOrder } from './fit-order.ts';

const bytesPerKiB = 1024;
const microsecondsPerSecond = 1e6;
const msPerSecond = 1e3;

const [order] = (await once(process, 'message')) as [FitOrder];
process.send!(await fit(order), () => {
  process.disconnect();
});

async function fit({ encoder, dimensions, routes, texts, rows }: FitOrder): Promise<Fit> {
  const rowOf = (i: number) => rows.subarray(i * dimensions, (i + 1) * dimensions);
  const recall = createRecallEncoder({
    id: encoder,
    dimensions,
    rows: new Map(texts.map((text, i) => [text, rowOf(i)])),
  });
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const router = await createRouter({ encoder: recall, routes });
  const wallSeconds = (performance.now() - start) / msPerSecond;
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    cpuSeconds: (user + system) / microsecondsPerSecond,
    wallSeconds,
    peakBytes: process.resourceUsage().maxRSS * bytesPerKiB,
    snapshot: await router.snapshot(),
  };
}
