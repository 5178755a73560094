/**
 * Numbers in [0, 1), the same for the same seed on every machine: Marsaglia's xorshift with a
 * multiplied output. For tests and benchmarks, not for secrets.
 * @param seed any integer.
 */
export function seededRandom(seed: number): () => number {
  let state = scramble(seed);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (Math.imul(state, 0x9e3779b1) >>> 0) / 2 ** 32;
  };
}

// Spreads neighbouring seeds over the whole range; 0 is the one state that xorshift cannot leave.
function scramble(seed: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x85ebca6b);
  return mixed ^ (mixed >>> 13) ^ 0x6a09e667 || 1;
}
