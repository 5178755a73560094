/**
 * Puts files into the documents that show them: a block that opens with "```ts file=PATH" holds that
 * file, word for word. `node scripts/fill-docs.ts` writes; fill-docs.test.ts checks.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const block = /^(```\w+ file=(\S+))\n[^]*?^```$/gm;

export const filledDocuments = ['README.md', 'CONTRIBUTING.md'];

export async function fill(document: string): Promise<string> {
  const paths = [...document.matchAll(block)].map(([, , path]) => path!);
  const files = new Map<string, string>();
  for (const path of paths) files.set(path, await readFile(join(root, path), 'utf8'));
  return document.replace(
    block,
    (_, opening: string, path: string) => `${opening}\n${files.get(path)!}\`\`\``,
  );
}

if (import.meta.main) {
  for (const name of filledDocuments) {
    const path = join(root, name);
    await writeFile(path, await fill(await readFile(path, 'utf8')));
  }
}
