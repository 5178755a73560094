import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill, filledDocuments } from './fill-docs.ts';

describe('documents', () => {
  it.each(filledDocuments)(
    '%s shows its files as they are (else: node scripts/fill-docs.ts)',
    async (name) => {
      const document = await readFile(join(import.meta.dirname, '..', name), 'utf8');
      expect(await fill(document)).toBe(document);
    },
  );
});
