/*
 * While the best rows are gathered, each is one unsigned number that is larger for the better row, and
 * they are a binary heap with the worst at its root:
 *
 *   bit  63 … 32  the score's bits, made to order like the score, which is neither NaN nor −0
 *   bit  31 … 0   the id's complement
 */

export function toKey(score: f32, id: i32): u64 {
  const bits = reinterpret<u32>(score);
  // Positive floats order like integers; negative ones the other way round, below all positive ones.
  const ordered = bits >> 31 ? ~bits : bits | 0x80000000;
  return ((<u64>ordered) << 32) | (<u64>(<u32>~id));
}

export function scoreOf(key: u64): f32 {
  const ordered = <u32>(key >> 32);
  return reinterpret<f32>(ordered >> 31 ? ordered ^ 0x80000000 : ~ordered);
}

/** Where keys are held for the best `keep` rows, of which there are `held` so far. @returns how many there are then. */
export function offerKey(heap: usize, held: i32, keep: i32, key: u64): i32 {
  if (held < keep) {
    pushKey(heap, held, key);
    return held + 1;
  }
  if (key > load<u64>(heap)) sinkKey(heap, held, 0, key);
  return held;
}

/** Heapsort's second half: the worst key goes to the end, again and again, so the best comes first. */
export function sortKeys(heap: usize, length: i32): void {
  for (let last = length - 1; last > 0; last--) {
    const worst = load<u64>(heap);
    const key = load<u64>(slotOf(heap, last));
    sinkKey(heap, last, 0, key);
    store<u64>(slotOf(heap, last), worst);
  }
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
