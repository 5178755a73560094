import { aurelio } from '../process/contenders.ts';
import { askVersions, describeVersions } from '../report/describe-versions.ts';

/** Versions of all that takes part. */
export function describeContenders(): Record<string, string> {
  return {
    ...describeVersions(['@sr/engine', '@sr/encoder-onnx', 'onnxruntime-node', '@huggingface/transformers']),
    ...(aurelio && askVersions(aurelio)),
  };
}
