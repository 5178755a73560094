import type { Encoder, Head } from '@sr/core';
import { createRouter, restoreRouter, toOutcome } from '@sr/engine';
import { routeFileLines } from './route-file-lines.ts';
import type { Method } from './method.ts';

export interface RouterMethodSettings {
  readonly name: string;
  readonly head: Head;
  /** Computes rows. */
  readonly encoder: Encoder;
  /** Knows the rows of all texts, as `encoder` computes them. */
  readonly recall: Encoder;
}

/** `createRouter` with one head, its threshold being the head's own. */
export function routerMethod({ name, head, encoder, recall }: RouterMethodSettings): Method {
  return {
    name,
    async learn(routes) {
      const router = await createRouter({ encoder: recall, routes, head });
      const computing = await restoreRouter({ encoder, snapshot: await router.snapshot() });
      return {
        guess: async (text) => toOutcome({ expected: null, decision: await router.route(text) }),
        answer: (text) => computing.route(text),
        configurationLines: routeFileLines(routes.map(({ utterances }) => utterances.length)),
      };
    },
  };
}
