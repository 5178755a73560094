import { z } from 'zod';

/*
 * The `error` of each schema is the phrase for what is expected, as it follows "must be" in a message:
 * messages are made from it in describe-issues.ts.
 */

/** A text that a person can see. */
export const visibleText = z
  .string({ error: 'a text' })
  .regex(/\S/u, { error: 'a text with at least one visible character' });

/** The name of a model under `models`. */
export const modelName = z
  .string({ error: 'the name of a model' })
  .regex(/\S/u, { error: 'the name of a model' });

export function oneOf<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.enum(names, { error: names.length === 1 ? names[0] : `one of ${names.join(', ')}` });
}
