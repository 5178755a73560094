import { createRouter } from '@sr/engine';
import { blendHead } from './blend-head.ts';
import { createSortedIndex } from './sorted-index.ts';
import { trigramEncoder } from './trigram-encoder.ts';

const router = await createRouter({
  encoder: trigramEncoder(),
  index: createSortedIndex,
  head: blendHead,
  threshold: 0.3,
  routes: [
    { name: 'refund', utterances: ['I want a refund', 'refund my order', 'give me a refund please'] },
    { name: 'password', utterances: ['reset my password', 'I forgot my password'] },
  ],
});

const { route, confidence } = await router.route('how do refunds work?');
console.log(route, confidence.toFixed(2));
