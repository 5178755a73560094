import { createRouter } from '@sr/engine';
import { loadOnnxEncoder } from '@sr/encoder-onnx';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';

await using encoder = await loadOnnxEncoder({ model: minilmL6V2 });
const router = await createRouter({
  encoder,
  fallback: 'big-general-model',
  routes: [
    {
      name: 'coding',
      model: 'code-model',
      utterances: ['My loop never ends', 'How do I sort a list in Java?'],
    },
    { name: 'billing', model: 'small-model', utterances: ['I was charged twice', 'Where is my invoice?'] },
  ],
});

const { route, model, confidence } = await router.route('My Python script is throwing a KeyError');
console.log(route, model, confidence.toFixed(2));
