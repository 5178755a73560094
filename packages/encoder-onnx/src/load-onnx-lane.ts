import { createBertTokenizer } from './bert-tokenizer.ts';
import { parseBertVocabulary } from './bert-vocabulary.ts';
import type { Lane } from './lane.ts';
import { createLocalLane } from './local-lane.ts';
import { readModelFile } from './model-file.ts';
import type { OnnxModel } from './onnx-model.ts';
import { importOnnxRuntime, type OnnxRuntime } from './onnx-runtime.ts';
import { openOnnxSession } from './onnx-session.ts';

/**
 * Opens tokenizer and session in this thread.
 * @param runtime default: onnxruntime-node, imported now.
 */
export async function loadOnnxLane(model: OnnxModel, runtime?: OnnxRuntime): Promise<Lane> {
  const session = await openOnnxSession(model, runtime ?? (await importOnnxRuntime()));
  const json = await readModelFile(model.tokenizer);
  const vocabulary = parseBertVocabulary(json.toString('utf8'), model.tokenizer);
  return createLocalLane(createBertTokenizer(vocabulary, model.maxTokens), session);
}
