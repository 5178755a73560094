import type { IndexFactory } from '@sr/core';
import { createFlatIndex } from '@sr/index-flat';
import { createWasmSimdIndex } from '@sr/index-wasm-simd';
import { percentile } from '../measure/percentile.ts';
import { atMost } from '../report/bar.ts';
import { describeVersions } from '../report/describe-versions.ts';
import type { Bench, Row } from '../report/report.ts';
import { readDataset } from '../workloads/dataset.ts';
import { makeSyntheticRoutes } from '../workloads/synthetic-routes.ts';
import { measureEncoding } from './scale/measure-encoding.ts';
import { measureIndex, type IndexFigures } from './scale/measure-index.ts';

const seed = 20_260_104;
const utterancesPerRoute = 5;
const dimensions = 384;

/** 10,000 routes: adding them, and deciding among them. */
export const scale: Bench = async ({ quick, say }) => {
  const [routeCount, queryCount, encodedTexts] = quick ? [500, 50, 128] : [10_000, 500, 2_000];
  const synthetic = makeSyntheticRoutes({ routeCount, utterancesPerRoute, queryCount, dimensions, seed });
  const measure = (label: string, index: IndexFactory) => {
    say(`${routeCount} routes in ${label}`);
    return measureIndex(index, synthetic);
  };
  const wasmSimd = await measure('index-wasm-simd', createWasmSimdIndex);
  const flat = await measure('index-flat', createFlatIndex);

  say('encoding');
  const { cases } = await readDataset('clinc150');
  const encodeMsPerText = await measureEncoding(cases.slice(0, encodedTexts).map(({ text }) => text));

  return {
    protocol: [
      `${routeCount} routes of ${utterancesPerRoute} utterances; rows of ${dimensions} elements around one direction per route, seed ${seed}.`,
      'Adding: createRouter with an encoder that looks rows up; the time in that encoder is subtracted, so what remains comes on top of encoding.',
      `Deciding: ${queryCount} given vectors, one after the other, max head.`,
      `Encoding: ${encodedTexts} texts of CLINC150 through the default encoder, reproducible, extrapolated to all utterances.`,
    ],
    versions: describeVersions(['@sr/engine', '@sr/index-wasm-simd', '@sr/index-flat']),
    rows: [
      indexRow('index-wasm-simd (default)', wasmSimd),
      indexRow('index-flat', flat),
      {
        part: 'encoding all utterances (estimate)',
        addMs: encodeMsPerText * routeCount * utterancesPerRoute,
      },
    ],
    bars: [
      atMost(`adding ${routeCount} routes, ms on top of encoding`, 2000, wasmSimd.addMs),
      atMost('decision with a given vector, ms p50', 10, percentile(wasmSimd.decisionsMs, 50)),
      atMost('decision with a given vector, ms p99', 10, percentile(wasmSimd.decisionsMs, 99)),
    ],
  };
};

function indexRow(part: string, { addMs, addOneMs, decisionsMs }: IndexFigures): Row {
  return {
    part,
    addMs,
    addOneMs,
    decideP50Ms: percentile(decisionsMs, 50),
    decideP99Ms: percentile(decisionsMs, 99),
  };
}
