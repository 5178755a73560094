import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { artefact } from './generated/artefact.ts';
import { minilmL6V2 } from './index.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const readPackageFile = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');

describe('minilmL6V2', () => {
  it('points at an ONNX file of the stated size and sha256', async () => {
    const bytes = await readFile(new URL(minilmL6V2.model));
    expect(bytes.byteLength).toBe(minilmL6V2.modelBytes);
    expect(sha256(bytes)).toBe(minilmL6V2.sha256.model);
  });

  it('points at a tokenizer.json of the stated size and sha256', async () => {
    const bytes = await readFile(new URL(minilmL6V2.tokenizer));
    expect(bytes.byteLength).toBe(minilmL6V2.tokenizerBytes);
    expect(sha256(bytes)).toBe(minilmL6V2.sha256.tokenizer);
  });

  it('has a tokenizer that neither pads nor truncates and whose padding token has padId', async () => {
    const settings = JSON.parse(await readFile(new URL(minilmL6V2.tokenizer), 'utf8')) as {
      model: { vocab: Record<string, number> };
    };
    expect(settings).not.toHaveProperty('padding');
    expect(settings).not.toHaveProperty('truncation');
    expect(settings.model.vocab['[PAD]']).toBe(minilmL6V2.padId);
  });

  it('is plain data: it survives JSON', () => {
    expect(JSON.parse(JSON.stringify(minilmL6V2))).toEqual(minilmL6V2);
  });

  it('promises 1.5 times the measured batch drift, rounded up to a thousandth', () => {
    const thousandths = Math.ceil(1500 * artefact.batchDrift.measured);
    expect(minilmL6V2.batchDrift).toBe(thousandths / 1000);
  });
});

describe('the files that travel with the weights', () => {
  it('has the text of the stated licence', async () => {
    expect(minilmL6V2.licence).toBe('Apache-2.0');
    expect(await readPackageFile('LICENSE')).toMatch(/Apache License\s+Version 2\.0/);
  });

  it('names the source and the sha256 of its weights', async () => {
    const text = await readPackageFile('SOURCE.md');
    expect(text).toContain(minilmL6V2.source);
    expect(text).toContain(artefact.sha256.sourceWeights);
  });

  it('has a README with the figures that the build measured', async () => {
    const { texts, mean, least } = artefact.cosineToSource;
    const { batchDrift } = artefact;
    const readme = await readPackageFile('README.md');
    expect(readme).toContain(`${mean.toFixed(4)} mean, ${least.toFixed(4)} least`);
    expect(readme).toContain(`${texts.toLocaleString('en')} texts`);
    expect(readme).toContain(`${(minilmL6V2.modelBytes / 1e6).toFixed(1)} MB`);
    expect(readme).toContain(`| Batch drift | ${minilmL6V2.batchDrift} |`);
    expect(readme).toContain(
      `${batchDrift.measured.toFixed(3)}, over ${batchDrift.texts.toLocaleString('en')} texts`,
    );
  });
});
