/** The number with the fewest decimals that is above `low` and not above `high`, near their middle. */
export function shortestBetween(low: number, high: number): number {
  const middle = (low + high) / 2;
  for (let decimals = 1; decimals <= 15; decimals++) {
    const rounded = Number(middle.toFixed(decimals));
    if (rounded > low && rounded <= high) return rounded;
  }
  return middle;
}
