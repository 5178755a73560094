import { loadOnnxEncoder } from '@sr/encoder-onnx';
import { restoreRouter } from '@sr/engine';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import { readFile } from 'node:fs/promises';
import { tellFirstDecision } from './first-decision.ts';

// node semantic-router.js THREAD SNAPSHOT TEXT
const [thread, snapshotFile, text] = process.argv.slice(2) as ['worker' | 'inline', string, string];

// In the background, so that the worker loads the model while this thread restores the router.
const threads = thread === 'worker' ? { thread, background: true } : { thread };
await using encoder = await loadOnnxEncoder({ model: minilmL6V2, ...threads });
const router = await restoreRouter({ encoder, snapshot: await readFile(snapshotFile) });
const { route } = await router.route(text);
tellFirstDecision(route);
