import { monitorEventLoopDelay, type Histogram } from 'node:perf_hooks';

export interface EventLoopDelay {
  readonly p99Ms: number;
  readonly maxMs: number;
}

const resolutionMs = 1;
const nanosecondsPerMs = 1e6;

/** How late this thread is to serve a timer, until the returned function is called. */
export function watchEventLoop(): () => EventLoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  return () => {
    histogram.disable();
    return toDelay(histogram);
  };
}

/**
 * Node's histogram holds the nanoseconds from one tick of a repeating timer to the next, so an idle
 * thread shows the timer's own interval: without it, the delay remains.
 */
export function toDelay(ticks: Pick<Histogram, 'percentile' | 'max'>): EventLoopDelay {
  const delay = (nanoseconds: number) => Math.max(0, nanoseconds / nanosecondsPerMs - resolutionMs);
  return { p99Ms: delay(ticks.percentile(99)), maxMs: delay(ticks.max) };
}
