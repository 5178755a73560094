import type { Decision } from './decision.ts';

/** One handler for each route, and `null` for "none of these"; leaving one out does not compile. */
export type Handlers<Name extends string, Result> = Readonly<
  Record<Name | 'null', (decision: Decision<Name>) => Result>
>;

/**
 * Calls the handler of the decided route.
 *
 * match(decision, { billing: () => askBilling(), bug: () => askCoder(), null: () => askGeneral() })
 */
export function match<Name extends string, Result>(
  decision: Decision<Name>,
  handlers: Handlers<Name, Result>,
): Result {
  return handlers[decision.route ?? 'null'](decision);
}
