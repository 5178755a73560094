import type { Head, Route } from '@sr/core';

/**
 * The texts that stand for each route: its utterances, and for a head that reads labels its description,
 * or the words of its name. A label that is an utterance already, of this route or another, is left out.
 * @returns one list per route, utterances first.
 */
export function exampleTexts(routes: readonly Route[], head: Head): readonly (readonly string[])[] {
  if (!head.readsLabels) return routes.map(({ utterances }) => utterances);
  const taken = new Set(routes.flatMap(({ utterances }) => utterances));
  return routes.map(({ name, description, utterances }) => {
    const label = description ?? wordsOf(name);
    if (taken.has(label) || !/\p{L}/u.test(label)) return utterances;
    taken.add(label);
    return [...utterances, label];
  });
}

/** `resetPassword`, `reset_password` and `reset-password` are all "reset password". */
function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
