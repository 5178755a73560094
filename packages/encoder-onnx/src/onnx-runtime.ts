import { SrError } from '@sr/core';

/** What is used of onnxruntime-node, so that it can be handed in and its types need not be installed. */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(path: string, options: OnnxSessionOptions): Promise<OnnxSession>;
  };
  readonly Tensor: new (type: 'int32', data: Int32Array, dims: readonly number[]) => OnnxTensor;
}

export interface OnnxSession {
  run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
  release(): Promise<void>;
}

export interface OnnxTensor {
  readonly data: unknown;
}

export interface OnnxSessionOptions {
  readonly intraOpNumThreads: number;
  readonly interOpNumThreads: number;
  readonly executionMode: 'sequential';
  readonly graphOptimizationLevel: 'basic';
  readonly logSeverityLevel: 3;
}

/**
 * Imports onnxruntime-node, which the application installs.
 * @throws SR_RUNTIME_MISSING also where it is installed and does not load: its binary may not fit the machine.
 */
export async function importOnnxRuntime(): Promise<OnnxRuntime> {
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    throw new SrError(
      'SR_RUNTIME_MISSING',
      '@sr/encoder-onnx needs onnxruntime-node, which could not be imported; run `npm i onnxruntime-node` ' +
        '(where its script cannot fetch the CUDA files, which are not used here: ' +
        '`ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node`).',
      { package: 'onnxruntime-node' },
      { cause },
    );
  }
}
