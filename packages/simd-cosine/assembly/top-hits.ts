import { offerKey, scoreOf, sortKeys, toKey } from './best-keys';

/**
 * Offers rows `first` … `end` − 1 of a chunk to the best `keep` so far, of which there are `held`. Ties
 * go to the lower id; rows at −Infinity are passed over.
 *
 * first   a multiple of 4
 * scores  float32 [256], no NaN, no −0; what follows `end` up to a multiple of 4 is read, not used
 * hits    8 bytes each, [keep], where keep ≥ 1: a heap, see best-keys.ts
 *
 * @returns how many are held then.
 */
export function keepBest(
  chunk: usize,
  first: i32,
  end: i32,
  scores: usize,
  hits: usize,
  held: i32,
  keep: i32,
): i32 {
  let bar = held == keep ? scoreOf(load<u64>(hits)) : -f32.MAX_VALUE;
  for (let four = first; four < end; four += 4) {
    // A row at the bar may still win by its id.
    const scores_f32x4 = v128.load(scores + ((<usize>four) << 2));
    if (!v128.any_true(f32x4.ge(scores_f32x4, f32x4.splat(bar)))) continue;
    const fourEnd = min(four + 4, end);
    for (let row = four; row < fourEnd; row++) {
      const score = load<f32>(scores + ((<usize>row) << 2));
      if (score < bar) continue;
      held = offerKey(hits, held, keep, toKey(score, load<i32>(chunk + ((<usize>row) << 2))));
      if (held == keep) bar = scoreOf(load<u64>(hits));
    }
  }
  return held;
}

/**
 * Turns what `keepBest` has gathered into hits, best first:
 *
 *   byte 0  int32    id
 *   byte 4  float32  score
 */
export function sortHits(hits: usize, held: i32): void {
  sortKeys(hits, held);
  for (let hit = 0; hit < held; hit++) {
    const slot = hits + ((<usize>hit) << 3);
    const key = load<u64>(slot);
    store<i32>(slot, ~(<i32>key));
    store<f32>(slot, scoreOf(key), 4);
  }
}
