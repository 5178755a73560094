import { seededRandom } from '@sr/testkit';
import { expect, it } from 'vitest';
import { createIdSlots } from './id-slots.ts';

it('finds what a Map finds, through additions, moves and removals', () => {
  const random = seededRandom(1);
  const ids: number[] = [];
  const slots = createIdSlots((slot) => ids[slot]!);
  const expected = new Map<number, number>();
  let nextId = 0;
  for (let step = 0; step < 20_000; step++) {
    if (random() < 0.52 || ids.length === 0) {
      ids.push(nextId);
      slots.add(nextId, ids.length - 1);
      expected.set(nextId, ids.length - 1);
      nextId += 1 + Math.floor(random() * 40); // as after many removals: homes collide
    } else {
      const slot = Math.floor(random() * ids.length);
      const last = ids.length - 1;
      slots.remove(ids[slot]!);
      expected.delete(ids[slot]!);
      if (slot !== last) {
        slots.move(ids[last]!, slot);
        expected.set(ids[last]!, slot);
        ids[slot] = ids[last]!;
      }
      ids.pop();
    }
    const probe = Math.floor(random() * (nextId + 10));
    expect(slots.find(probe)).toBe(expected.get(probe));
    expect(slots.size).toBe(expected.size);
  }
  for (const [id, slot] of expected) expect(slots.find(id)).toBe(slot);
});

it('knows no id that is not a whole number', () => {
  const slots = createIdSlots(() => 0);
  slots.add(0, 0);
  for (const id of [0.5, -1, NaN, 2 ** 32]) expect(slots.find(id)).toBeUndefined();
});
