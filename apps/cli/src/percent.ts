/** A share for people; a dash where there was nothing to measure it on. */
export function percent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)} %`;
}
