export { createFlatIndex, type FlatIndexSettings } from './flat-index.ts';
