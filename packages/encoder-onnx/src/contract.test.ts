import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import { encoderContract, runContract } from '@sr/testkit';
import { describe, it } from 'vitest';
import { loadOnnxEncoder } from './index.ts';

runContract({ describe, it }, encoderContract, 'onnx', () => loadOnnxEncoder({ model: minilmL6V2 }));
runContract({ describe, it }, encoderContract, 'onnx inline', () =>
  loadOnnxEncoder({ model: minilmL6V2, thread: 'inline' }),
);
