/**
 * Who may import whom, by package folder: the arrows of the README's diagram. The lint rule refuses
 * any other import of an `@sr/*` package from a package's sources; tests are free.
 */
export const arrows: Readonly<Record<string, readonly string[] | '*'>> = {
  core: [],
  'simd-cosine': [],
  'model-minilm-l6-v2': [],
  testkit: ['core'],
  'encoder-onnx': ['core'],
  'index-flat': ['core'],
  'index-wasm-simd': ['core', 'simd-cosine'],
  // The default index comes from index-wasm-simd, so that createRouter({ encoder, routes }) is the whole first step.
  engine: ['core', 'simd-cosine', 'index-wasm-simd'],
  config: '*',
};
