import { describe, expect, it } from 'vitest';
import { nearestName } from './nearest-name.ts';

describe('nearestName', () => {
  it.each([
    ['utterancs', 'utterances'],
    ['Utterances', 'utterances'],
    ['treshold', 'threshold'],
    ['discription', 'description'],
  ])('finds what %s was meant to be', (word, meant) => {
    expect(nearestName(word, ['name', 'description', 'utterances', 'threshold'])).toBe(meant);
  });

  it('finds nothing where nothing is near', () => {
    expect(nearestName('colour', ['name', 'utterances'])).toBeUndefined();
    expect(nearestName('anything', [])).toBeUndefined();
  });

  it('takes the earlier of two that are equally near', () => {
    expect(nearestName('cat', ['bat', 'hat'])).toBe('bat');
  });
});
