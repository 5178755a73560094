// Runs in a worker thread that openWorkerLane has started; not for import.
import { loadOnnxLane } from './load-onnx-lane.ts';
import type { OnnxModel } from './onnx-model.ts';
import { serveLane } from './serve-lane.ts';

void serveLane((model) => loadOnnxLane(model as OnnxModel));
