import type { ReliabilityBin } from '../evaluation.ts';
import { isBestRight, type Outcome } from '../outcome.ts';

const binCount = 15;

/** How often the best route is right at each level of confidence; confidences off [0, 1] fall into the outer bins. */
export function measureReliability(outcomes: readonly Outcome[]): ReliabilityBin[] {
  const sums = sumBins(outcomes);
  return sums.map(({ cases, confidence, right }, bin) => ({
    from: bin / binCount,
    to: (bin + 1) / binCount,
    cases,
    confidence: cases === 0 ? null : confidence / cases,
    right: cases === 0 ? null : right / cases,
  }));
}

/** Expected calibration error; null without cases. */
export function measureCalibration(outcomes: readonly Outcome[]): number | null {
  if (outcomes.length === 0) return null;
  // |mean confidence − share right| of a bin, weighted by its cases, is |sum − sum| over all cases.
  const distance = sumBins(outcomes).reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0);
  return distance / outcomes.length;
}

function sumBins(outcomes: readonly Outcome[]): { cases: number; confidence: number; right: number }[] {
  const bins = Array.from({ length: binCount }, () => ({ cases: 0, confidence: 0, right: 0 }));
  for (const outcome of outcomes) {
    const { confidence } = outcome;
    const bin = bins[Math.min(binCount - 1, Math.max(0, Math.floor(confidence * binCount)))]!;
    bin.cases += 1;
    bin.confidence += confidence;
    bin.right += Number(isBestRight(outcome));
  }
  return bins;
}
