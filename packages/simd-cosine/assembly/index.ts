export { cosineRows } from './cosine-rows';
export { bestPerGroup, maskGroups } from './groups';
export { topHits } from './top-hits';
