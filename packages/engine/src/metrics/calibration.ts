const binCount = 15;

/** Expected calibration error; null without cases. Confidences off [0, 1] fall into the outer bins. */
export function measureCalibration(
  predictions: readonly { readonly confidence: number; readonly right: boolean }[],
): number | null {
  if (predictions.length === 0) return null;
  const bins = Array.from({ length: binCount }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of predictions) {
    const bin = bins[Math.min(binCount - 1, Math.max(0, Math.floor(confidence * binCount)))]!;
    bin.confidence += confidence;
    bin.right += Number(right);
  }
  // |mean confidence − share right| of a bin, weighted by its cases, is |sum − sum| over all cases.
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / predictions.length;
}
