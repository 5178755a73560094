/**
 * The `keep` best rows, best first; ties go to the lower id.
 *
 * scores  float32 [rowCount], no NaN, no −0; rows at −Infinity are passed over
 * ids     int32 [rowCount]
 * hits    8 bytes each, [keep], where keep ≥ 1:
 *           byte 0  int32    id
 *           byte 4  float32  score
 *
 * @returns how many hits there are: fewer than `keep` where fewer rows qualify.
 */
export function topHits(scores: usize, ids: usize, rowCount: i32, hits: usize, keep: i32): i32 {
  let held = 0;
  let bar: f32 = -f32.MAX_VALUE; // the score of the worst hit once there are enough
  for (let row = 0; row < rowCount; row++) {
    const score = load<f32>(scores + ((<usize>row) << 2));
    // A row at the bar may still win by its id.
    if (score < bar) continue;
    const key = toKey(score, load<i32>(ids + ((<usize>row) << 2)));
    if (held < keep) pushKey(hits, held++, key);
    else if (key > load<u64>(hits)) sinkKey(hits, held, 0, key);
    if (held == keep) bar = scoreOf(load<u64>(hits));
  }
  sortKeys(hits, held);
  for (let hit = 0; hit < held; hit++) {
    const slot = hits + ((<usize>hit) << 3);
    const key = load<u64>(slot);
    store<i32>(slot, ~(<i32>key));
    store<f32>(slot, scoreOf(key), 4);
  }
  return held;
}

/*
 * While hits are gathered, each is one unsigned number that is larger for the better hit, and they
 * are a binary heap with the worst at its root:
 *
 *   bit  63 … 32  the score's bits, made to order like the score
 *   bit  31 … 0   the id's complement
 */

function toKey(score: f32, id: i32): u64 {
  const bits = reinterpret<u32>(score);
  // Positive floats order like integers; negative ones the other way round, below all positive ones.
  const ordered = bits >> 31 ? ~bits : bits | 0x80000000;
  return ((<u64>ordered) << 32) | (<u64>(<u32>~id));
}

function scoreOf(key: u64): f32 {
  const ordered = <u32>(key >> 32);
  return reinterpret<f32>(ordered >> 31 ? ordered ^ 0x80000000 : ~ordered);
}

function slotOf(heap: usize, position: i32): usize {
  return heap + ((<usize>position) << 3);
}

/** Adds a key at `position`, the end of the heap, and lets it rise above better ones. */
function pushKey(heap: usize, position: i32, key: u64): void {
  while (position > 0) {
    const parent = (position - 1) >> 1;
    const parentKey = load<u64>(slotOf(heap, parent));
    if (parentKey <= key) break;
    store<u64>(slotOf(heap, position), parentKey);
    position = parent;
  }
  store<u64>(slotOf(heap, position), key);
}

/** Puts a key in the place of the one at `position` and lets it sink below worse ones. */
function sinkKey(heap: usize, length: i32, position: i32, key: u64): void {
  for (let child = 2 * position + 1; child < length; child = 2 * position + 1) {
    if (child + 1 < length && load<u64>(slotOf(heap, child + 1)) < load<u64>(slotOf(heap, child))) child++;
    const childKey = load<u64>(slotOf(heap, child));
    if (key <= childKey) break;
    store<u64>(slotOf(heap, position), childKey);
    position = child;
  }
  store<u64>(slotOf(heap, position), key);
}

/** Heapsort's second half: the worst key goes to the end, again and again, so the best comes first. */
function sortKeys(heap: usize, length: i32): void {
  for (let last = length - 1; last > 0; last--) {
    const worst = load<u64>(heap);
    const key = load<u64>(slotOf(heap, last));
    sinkKey(heap, last, 0, key);
    store<u64>(slotOf(heap, last), worst);
  }
}
