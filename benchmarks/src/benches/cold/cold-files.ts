import { loadOnnxEncoder } from '@sr/encoder-onnx';
import { createRouter } from '@sr/engine';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import type { Route } from '@sr/core';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../../paths.ts';

const folder = join(paths.cache, 'cold');

/** What the programs are started on. */
export const coldFiles = {
  snapshot: join(folder, 'router.safetensors'),
  routes: join(folder, 'routes.json'),
  /** Written by the naive router's first start. */
  naiveRows: join(folder, 'naive-rows.float32'),
};

/** Makes them anew. */
export async function writeColdFiles(routes: readonly Route[], threshold: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await using encoder = await loadOnnxEncoder({ model: minilmL6V2 });
  const router = await createRouter({ encoder, routes, threshold });
  await writeFile(coldFiles.snapshot, await router.snapshot());
  await writeFile(coldFiles.routes, JSON.stringify(routes));
}
