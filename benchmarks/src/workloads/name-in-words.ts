/** `Refund_not_showing_up` is "refund not showing up": what @sr reads in a route's name. */
export function nameInWords(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
