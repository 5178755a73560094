export {
  loadOnnxEncoder,
  type OnnxBatch,
  type OnnxEncoderSettings,
  type OnnxInlineSettings,
  type OnnxWorkerSettings,
} from './onnx-encoder.ts';
export type { OnnxModel } from './onnx-model.ts';
export type { OnnxRuntime } from './onnx-runtime.ts';
