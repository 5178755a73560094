/**
 * Prints the routes of a data set as a router file, so that `sr` can be tried on it:
 *
 *   node --conditions=@sr/source benchmarks/src/workloads/print-router.ts clinc150 > clinc150.json
 */
import { readDataset, type DatasetName } from './dataset.ts';

const { routes } = await readDataset(process.argv[2] as DatasetName);
console.log(JSON.stringify({ version: 1, encoder: 'minilm-l6-v2', routes }, null, 2));
