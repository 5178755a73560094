import { join } from 'node:path';
import { paths } from '../../paths.ts';
import { folderBytes } from '../../report/folder-bytes.ts';
import { installedBytes } from '../../report/installed-bytes.ts';
import { naiveModelFolder } from '../../subjects/make-naive-model.ts';

/** What each contender takes on disk: its packages with all they depend on, and its model. */
export function installSizes(): { ours: number; naive: number; aurelio: number } {
  return {
    ours: installedBytes(['@sr/engine', '@sr/encoder-onnx', '@sr/model-minilm-l6-v2', 'onnxruntime-node']),
    naive: installedBytes(['@huggingface/transformers']) + folderBytes(naiveModelFolder),
    // Its environment, the model's package included.
    aurelio: folderBytes(join(paths.cache, 'aurelio')),
  };
}
