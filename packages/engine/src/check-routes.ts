import { scoreRanges, SrError, type Head, type Route } from '@sr/core';

/**
 * Refuses routes that cannot be routed to, before anything is encoded. `place(i)` names the i-th route
 * in messages, e.g. `routes[3]`.
 * @throws SR_INVALID_ROUTE, SR_EMPTY_ROUTE, SR_DUPLICATE_ROUTE, SR_DUPLICATE_UTTERANCE.
 */
export function checkRoutes(
  routes: readonly Route[],
  head: Head,
  place: (position: number) => string = routePlace,
): void {
  routes.forEach((route, position) => {
    checkRoute(route, head, place(position));
  });
  checkNamesAreUnique(routes, place);
  checkUtterancesAreInOneRoute(routes, place);
}

export function routePlace(position: number): string {
  return `routes[${position}]`;
}

/** @throws RangeError: a threshold off the head's scale would accept everything, or nothing. */
export function checkThreshold(threshold: number, head: Head, place: string): void {
  if (isOnScale(threshold, head)) return;
  throw new RangeError(`${place} ${scaleProblem(threshold, head)}`);
}

function checkRoute(route: Route, head: Head, place: string): void {
  const { name, utterances, negatives = [], threshold } = route as Partial<Route>;
  if (typeof name !== 'string' || name.trim() === '' || name === 'null') {
    throw invalid(`${place}.name`, 'must be a word, and not "null", which stands for no route');
  }
  if (!Array.isArray(utterances)) throw invalid(`${place}.utterances`, 'must be a list of texts');
  if (utterances.length === 0) {
    throw new SrError(
      'SR_EMPTY_ROUTE',
      `${place} (${name}) has no utterances; give it at least one example.`,
      {
        name,
        place,
      },
    );
  }
  checkTexts(utterances, `${place}.utterances`);
  checkTexts(negatives, `${place}.negatives`);
  if (threshold !== undefined && !isOnScale(threshold, head)) {
    throw invalid(`${place}.threshold`, scaleProblem(threshold, head));
  }
}

/** @throws SR_INVALID_ROUTE: a text without a visible character has no meaning to compare. */
export function checkTexts(texts: readonly unknown[], place: string): void {
  texts.forEach((text, i) => {
    if (typeof text === 'string' && text.trim() !== '') return;
    throw invalid(`${place}[${i}]`, 'must be a text with at least one visible character');
  });
}

function checkNamesAreUnique(routes: readonly Route[], place: (position: number) => string): void {
  const seen = new Map<string, number>();
  routes.forEach(({ name }, position) => {
    const first = seen.get(name);
    if (first !== undefined) throw duplicateRoute(name, place(first), place(position));
    seen.set(name, position);
  });
}

export function duplicateRoute(name: string, first: string, second: string): SrError {
  const message = `"${name}" is the name of both ${first} and ${second}; rename one, or join their utterances.`;
  return new SrError('SR_DUPLICATE_ROUTE', message, { name, places: [first, second] });
}

function checkUtterancesAreInOneRoute(routes: readonly Route[], place: (position: number) => string): void {
  const seen = new Map<string, { position: number; utterance: number }>();
  routes.forEach(({ utterances }, position) => {
    utterances.forEach((text, utterance) => {
      const first = seen.get(text);
      if (first === undefined) seen.set(text, { position, utterance });
      else if (first.position !== position) {
        const places = [first, { position, utterance }].map(
          (at) => `${place(at.position)}.utterances[${at.utterance}] (${routes[at.position]!.name})`,
        );
        throw duplicateUtterance(places[0]!, places[1]!);
      }
    });
  });
}

function duplicateUtterance(first: string, second: string): SrError {
  const message = `${first} and ${second} are the same text; no router could tell the routes apart by it, so keep it in one.`;
  return new SrError('SR_DUPLICATE_UTTERANCE', message, { places: [first, second] });
}

function invalid(place: string, problem: string): SrError {
  return new SrError('SR_INVALID_ROUTE', `${place} ${problem}.`, { place, problem });
}

function isOnScale(threshold: unknown, head: Head): boolean {
  const [lowest, highest] = scoreRanges[head.scale];
  return typeof threshold === 'number' && threshold >= lowest && threshold <= highest;
}

function scaleProblem(threshold: unknown, head: Head): string {
  const [lowest, highest] = scoreRanges[head.scale];
  return `must be a number from ${lowest} to ${highest}, the scale of the head "${head.id}", got ${String(threshold)}`;
}
