import type { LintFinding } from '../finding.ts';
import type { RouteView } from '../route-view.ts';

/** Words that say what a thing is in a router, or that it is one of many, and not what it is about. */
const emptyWords = new Set(
  (
    'a an and bar baz catchall catch category class cluster default dummy else etc example foo general group intent ' +
    'item label misc miscellaneous my na name new none null old other others placeholder rest route sample ' +
    'skill some stuff temp test the thing things tmp todo topic type undefined unknown unnamed untitled various xxx'
  ).split(' '),
);

/** Names without a word that means something; such a route needs a description, since the head reads one or the other. */
export function findMeaninglessNames({ routes, readsLabels }: RouteView): readonly LintFinding[] {
  if (!readsLabels) return [];
  return routes
    .filter(({ name, description }) => description === undefined && !hasMeaning(name))
    .map(({ name }) => ({
      rule: 'meaningless_name',
      severity: 'warning',
      routes: [name],
      utterances: [],
      message: `The name ${name} says nothing about the route; the head learns from it as from an utterance.`,
      remedy: 'Name the route after what it is about, or add a description.',
      numbers: {},
    }));
}

function hasMeaning(name: string): boolean {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).some((word) => {
    const letters = word.replace(/\p{N}/gu, ''); // intent12 is intent, w2 is more than a letter
    return letters !== '' && !isLoneLetter.test(word) && !emptyWords.has(letters);
  });
}

/** Where words are written in letters: one Chinese character may well be a word. */
const isLoneLetter = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;
