export { cosineRows } from './cosine-rows';
export { bestPerGroup, maskGroups } from './groups';
export { addProduct, packLeft, packRight } from './matrix-product';
export { topHits } from './top-hits';
