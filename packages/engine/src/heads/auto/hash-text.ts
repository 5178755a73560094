/** A 32-bit hash of the UTF-16 units from `start` to before `end`: FNV-1a. */
export function hashText(text: string, start = 0, end = text.length): number {
  let value = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}
