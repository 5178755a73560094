import type { Route } from '@sr/core';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createNaiveRouter, embedUtterances, loadExtractor } from '../subjects/naive-router.ts';
import { tellFirstDecision } from './first-decision.ts';

// node naive.js ROUTES TEXT [ROWS]: with ROWS, embeddings are kept in that file from one start to the next.
const [routesFile, text, rowsFile] = process.argv.slice(2) as [string, string, string?];
const threshold = 0.5;
const dimensions = 384;

const routes = JSON.parse(await readFile(routesFile, 'utf8')) as Route[];
const extractor = await loadExtractor();
const rows = rowsFile === undefined ? await embedUtterances(extractor, routes) : await keepRows(rowsFile);
const decide = createNaiveRouter(extractor, routes, rows, threshold);
tellFirstDecision(await decide(text));

async function keepRows(file: string): Promise<Float32Array[]> {
  if (existsSync(file)) return readRows(file);
  const embedded = await embedUtterances(extractor, routes);
  await writeFile(
    file,
    Buffer.concat(embedded.map((row) => new Uint8Array(row.buffer, row.byteOffset, row.byteLength))),
  );
  return embedded;
}

async function readRows(file: string): Promise<Float32Array[]> {
  const elements = new Float32Array(Uint8Array.from(await readFile(file)).buffer);
  return Array.from({ length: elements.length / dimensions }, (_, i) =>
    elements.subarray(i * dimensions, (i + 1) * dimensions),
  );
}
