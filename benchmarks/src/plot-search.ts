import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { paths } from './paths.ts';
import type { Report } from './report/report.ts';

/*
 * Draws what `pnpm bench search --save` has measured: time of a search against rows, as the SVG in the
 * README of @sr/index-wasm-simd.
 */
const dimensions = 384;
const source = join(paths.results, 'search.json');
const target = join(paths.repository, 'packages', 'index-wasm-simd', 'search-time.svg');

const { rows, machine } = JSON.parse(await readFile(source, 'utf8')) as Report;
const values = rows.filter((row) => row.data === 'random' && row.dimensions === dimensions);

const spec: TopLevelSpec = {
  title: {
    text: `One exact search among rows of ${dimensions} dimensions, k = 5, one thread`,
    subtitle: `p50; ${machine.processor}, Node ${machine.node}`,
  },
  width: 640,
  height: 400,
  background: 'white',
  data: { values: [...values] },
  mark: { type: 'line', point: true },
  encoding: {
    x: { field: 'rowCount', type: 'quantitative', scale: { type: 'log' }, title: 'rows' },
    y: { field: 'p50Us', type: 'quantitative', scale: { type: 'log' }, title: 'microseconds' },
    color: {
      field: 'contender',
      type: 'nominal',
      sort: null,
      title: null,
      legend: { labelLimit: 300 },
      scale: { scheme: 'tableau10' },
    },
    strokeDash: {
      condition: { test: "indexof(datum.contender, 'read loop') === 0", value: [4, 4] },
      value: [1, 0],
    },
  },
};

const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
await writeFile(target, `${await view.toSVG()}\n`);
