import { createNaiveRouter, embedUtterances, loadExtractor } from './naive-router.ts';
import type { LoadSubject } from './subject.ts';

/** @param threads of ONNX Runtime; undefined: its default, which is every core. */
export function loadNaiveRouter({ threads }: { threads?: number }): LoadSubject {
  return async ({ routes, threshold }) => {
    const extractor = await loadExtractor(threads);
    const rows = await embedUtterances(extractor, routes);
    return {
      decide: createNaiveRouter(extractor, routes, rows, threshold),
      dispose: async () => {
        await extractor.dispose();
      },
    };
  };
}
