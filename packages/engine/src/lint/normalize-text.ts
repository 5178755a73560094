/** What is left of a text when case, spaces, punctuation and the way that letters are encoded do not count. */
export function normalizeText(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words?.join(' ') ?? text.trim(); // nothing but signs: the signs are what it says
}
