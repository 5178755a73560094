import { createRandom } from '../../measure/random.ts';
import type { Method } from './method.ts';

/** Any route, for whatever is asked. */
export function randomMethod(seed: number): Method {
  return {
    name: 'random',
    learn(routes) {
      const random = createRandom(seed);
      const guess = () => {
        const { name } = routes[Math.floor(random() * routes.length)]!;
        return { best: name, decided: name, confidence: 1 / routes.length };
      };
      return { guess, answer: guess, configurationLines: routes.length };
    },
  };
}
