import { scoreRanges, type ScoreScale } from '@sr/core';
import { scoreTolerance } from '../decide.ts';
import type { FitObjective } from './objective.ts';
import { shortestBetween } from './shortest-between.ts';
import { createTally } from './tally.ts';
import type { ScoredCase } from './thresholds.ts';

/**
 * The one threshold that meets an objective best, by an exact sweep: cases are accepted from the most
 * confident to the least, and each place where a threshold can part them is looked at once. Of equally
 * good places the one with the most room wins.
 *
 * For `share`, the threshold is that of the objective's route.
 * @returns null where no threshold meets the objective.
 */
export function fitThreshold(
  cases: readonly ScoredCase[],
  objective: FitObjective,
  scale: ScoreScale,
): number | null {
  const [lowest, highest] = scoreRanges[scale];
  const tally = createTally(cases, objective);
  const ordered = sweptCases(cases, objective).toSorted((a, b) => b.confidence - a.confidence);
  const best = { merit: -Infinity, room: -1, threshold: null as number | null };
  let above = highest;
  for (const one of [...ordered, null]) {
    const below = one?.confidence ?? lowest;
    const room = above - below;
    // Closer scores than this are equal to a decision: no threshold parts them.
    const isRoomy = room > 2 * scoreTolerance;
    if (isRoomy) consider(tally.merit, room, shortestBetween(below + scoreTolerance, above));
    else if (one === null) consider(tally.merit, room, lowest);
    if (one === null) break;
    tally.accept(one);
    above = one.confidence;
  }
  return best.threshold;

  function consider(merit: number, room: number, threshold: number): void {
    if (merit === -Infinity || merit < best.merit || (merit === best.merit && room <= best.room)) return;
    Object.assign(best, { merit, room, threshold });
  }
}

/** A case that no route scored, such as an empty text, is never accepted. */
function sweptCases(cases: readonly ScoredCase[], objective: FitObjective): readonly ScoredCase[] {
  return cases.filter(
    ({ best }) => best !== null && (objective.kind !== 'share' || best === objective.route),
  );
}
