/**
 * Two-sided mid-p value of McNemar's test: the exact binomial p, less the probability of the very split
 * that was seen. The exact test alone finds too little, the chi-square one too much (Fagerland, Lydersen
 * and Laake, BMC Medical Research Methodology 2013).
 * @param first and `second`: how many cases changed either way.
 */
export function midP(first: number, second: number): number {
  const total = first + second;
  const fewer = Math.min(first, second);
  let logProbability = -total * Math.LN2; // of none out of `total`; the logarithm, since 2^-2000 is 0
  let below = 0;
  for (let k = 0; k < fewer; k++) {
    below += Math.exp(logProbability);
    logProbability += Math.log((total - k) / (k + 1));
  }
  const seen = Math.exp(logProbability);
  if (first === second) return total === 0 ? 1 : 1 - seen / 2;
  return 2 * below + seen; // the exact value is 2 · (below + seen)
}
