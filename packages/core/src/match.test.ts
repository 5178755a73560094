import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Decision } from './decision.ts';
import { match } from './match.ts';

function decided<Name extends string>(route: Name | null): Decision<Name> {
  return {
    id: '1',
    route,
    model: null,
    confidence: 0.9,
    threshold: 0.5,
    margin: null,
    reason: route === null ? 'below_threshold' : 'semantic_match',
    scores: [],
    timingsMs: { encode: 0, search: 0, decide: 0 },
    encoder: 'test',
  };
}

describe('match', () => {
  it('calls the handler of the decided route, with the decision', () => {
    const decision = decided<'billing' | 'bug'>('bug');
    const result = match(decision, { billing: () => 0, bug: ({ confidence }) => confidence, null: () => 0 });
    expect(result).toBe(0.9);
  });

  it('calls the handler `null` where no route matched', () => {
    expect(match(decided<'billing'>(null), { billing: () => 'billing', null: () => 'general' })).toBe(
      'general',
    );
  });

  it('does not compile where a route has no handler', () => {
    const decision = decided<'billing' | 'bug'>('billing');
    // @ts-expect-error: `bug` is missing
    expect(match(decision, { billing: () => 1, null: () => 0 })).toBe(1);
    // @ts-expect-error: `null` is missing
    expect(match(decision, { billing: () => 1, bug: () => 2 })).toBe(1);
    // @ts-expect-error: `refund` is no route
    expect(match(decision, { billing: () => 1, bug: () => 2, refund: () => 3, null: () => 0 })).toBe(1);
  });

  it('infers the result from the handlers', () => {
    const result = match(decided<'billing'>('billing'), { billing: () => 'text', null: () => 'none' });
    expectTypeOf(result).toEqualTypeOf<string>();
  });
});
