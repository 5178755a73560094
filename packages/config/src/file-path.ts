/** Keys and positions from the top of a file down to a value. */
export type FilePath = readonly (string | number)[];

/** As a message names it: `routes[0].utterances[2]`, `models["my model"].baseUrl`. */
export function formatPath(path: FilePath): string {
  return path.map(formatStep).join('').replace(/^\./u, '');
}

function formatStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[\w-]+$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

/** The path with another last key. */
export function sibling(path: string, key: string): string {
  return path.replace(/[^.]*$/u, key);
}

export function valueAt(value: unknown, path: FilePath): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step],
    value,
  );
}
