import type { Bench } from '../report/report.ts';
import { accuracy } from './accuracy.ts';
import { cold } from './cold.ts';
import { decide } from './decide.ts';
import { latency } from './latency.ts';
import { methods } from './methods.ts';
import { scale } from './scale.ts';
import { search } from './search.ts';

export const benches = { accuracy, cold, decide, latency, methods, scale, search } satisfies Record<
  string,
  Bench
>;

export type BenchName = keyof typeof benches;
