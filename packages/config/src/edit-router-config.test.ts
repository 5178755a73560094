import { describe, expect, it } from 'vitest';
import { editRouterConfig, type RouterEdits } from './edit-router-config.ts';
import { parseRouterConfig } from './parse-router-config.ts';

const edits: RouterEdits = { threshold: 0.41, expectedOutOfScope: 0.15, routeThresholds: { b: 0.62 } };
const edit = (text: string, changes: Partial<RouterEdits> = {}) =>
  editRouterConfig(text, { ...edits, ...changes }, { file: 'router.yaml' });

describe('editRouterConfig', () => {
  it('adds what is missing and touches no other line', () => {
    const text = `# mine
version: 1
encoder: minilm-l6-v2 # the only one
fallback:   'general'

routes:
- name: a   # first
  utterances: [ x,
    "y" ]
-   utterances: [z]
    name: b
`;
    expect(edit(text)).toBe(`# mine
version: 1
encoder: minilm-l6-v2 # the only one
threshold: 0.41
expectedOutOfScope: 0.15
fallback:   'general'

routes:
- name: a   # first
  utterances: [ x,
    "y" ]
-   utterances: [z]
    name: b
    threshold: 0.62
`);
  });

  it('replaces numbers where they stand and removes thresholds that routes have no longer', () => {
    const text = `version: 1
routes:
  - threshold: 0.9 # of a
    name: a
    utterances: [x]
  - name: b
    threshold: 7e-1 # of b
    utterances: [y]
  - name: c
    utterances: [z]
    threshold: 0.3
expectedOutOfScope: 0.25   # guessed
threshold: 0.5
encoder: minilm-l6-v2`;
    expect(edit(text)).toBe(`version: 1
routes:
  - name: a
    utterances: [x]
  - name: b
    threshold: 0.62 # of b
    utterances: [y]
  - name: c
    utterances: [z]
expectedOutOfScope: 0.15   # guessed
threshold: 0.41
encoder: minilm-l6-v2`);
  });

  it('leaves the share of out-of-scope queries as it is where none is given', () => {
    const text = 'version: 1\nhead: max\nencoder: minilm-l6-v2\nroutes: [{ name: a, utterances: [x] }]\n';
    expect(edit(text, { expectedOutOfScope: null })).toBe(
      'version: 1\nhead: max\nthreshold: 0.41\nencoder: minilm-l6-v2\nroutes: [{ name: a, utterances: [x] }]\n',
    );
  });

  it('edits maps in braces, JSON among them', () => {
    const routes =
      '[{ name: a, threshold: 0.1, utterances: [x] }, { name: b, utterances: [y] }, { name: c, utterances: [z], threshold: 1 }]';
    expect(edit(`{ version: 1, encoder: minilm-l6-v2, routes: ${routes} }`)).toBe(
      '{ version: 1, encoder: minilm-l6-v2, threshold: 0.41, expectedOutOfScope: 0.15, routes: ' +
        '[{ name: a, utterances: [x] }, { name: b, threshold: 0.62, utterances: [y] }, { name: c, utterances: [z] }] }',
    );
    const json = { version: 1, encoder: 'minilm-l6-v2', routes: [{ name: 'b', utterances: ['y'] }] };
    const edited = edit(JSON.stringify(json, null, 2));
    expect(edited).toContain(
      '"encoder": "minilm-l6-v2",\n  "threshold": 0.41,\n  "expectedOutOfScope": 0.15,',
    );
    expect(JSON.parse(edited)).toMatchObject({ threshold: 0.41, routes: [{ name: 'b', threshold: 0.62 }] });
  });

  it('keeps the line ends of Windows', () => {
    const text = 'version: 1\r\nencoder: minilm-l6-v2\r\nroutes: [{ name: a, utterances: [x] }]\r\n';
    expect(edit(text)).toBe(
      'version: 1\r\nencoder: minilm-l6-v2\r\nthreshold: 0.41\r\nexpectedOutOfScope: 0.15\r\nroutes: [{ name: a, utterances: [x] }]\r\n',
    );
  });

  it('refuses settings that the file could not have', () => {
    const text = 'version: 1\nencoder: minilm-l6-v2\nroutes: [{ name: a, utterances: [x] }]\n';
    expect(() => edit(text, { threshold: 2 })).toThrow('threshold must be a number');
    expect(parseRouterConfig(edit(text), { file: 'f' })).toMatchObject({ threshold: 0.41 });
  });
});
