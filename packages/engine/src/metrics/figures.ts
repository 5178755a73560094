import type { Figures } from '../evaluation.ts';
import { isBestRight, isRight, type Outcome } from '../outcome.ts';
import { measureCalibration } from './reliability.ts';
import { measureMacroF1 } from './per-route.ts';
import { measureRejection } from './rejection.ts';

/** Every figure of `Figures`, each defined there. */
export function measureFigures(outcomes: readonly Outcome[]): Figures {
  const inScope = outcomes.filter(({ expected }) => expected !== null);
  const outOfScope = outcomes.filter(({ expected }) => expected === null);
  const isTaken = ({ decided }: Outcome) => decided !== null;
  return {
    accuracy: share(outcomes, isRight),
    top1: share(inScope, isBestRight),
    inScopeAccuracy: share(inScope, isRight),
    outOfScopeRecall: share(outOfScope, isRight),
    precision: share(outcomes.filter(isTaken), isRight),
    coverage: share(outcomes, isTaken),
    ...measureRejection(inScope.map(confidenceOf), outOfScope.map(confidenceOf)),
    macroF1: measureMacroF1(outcomes),
    ece: measureCalibration(outcomes),
  };
}

function confidenceOf({ confidence }: Outcome): number {
  return confidence;
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number | null {
  return outcomes.length === 0 ? null : outcomes.filter(holds).length / outcomes.length;
}
