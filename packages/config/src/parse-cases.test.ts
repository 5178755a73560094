import { SrError } from '@sr/core';
import { describe, expect, it } from 'vitest';
import { parseCases } from './parse-cases.ts';

describe('parseCases', () => {
  it('reads one case per line, null for no route, and skips blank lines', () => {
    const text = '{"text": "Where is my invoice?", "route": "billing"}\r\n\n{"text": "", "route": null}\n';
    expect(parseCases(text, { file: 'cases.jsonl' })).toEqual([
      { text: 'Where is my invoice?', route: 'billing' },
      { text: '', route: null },
    ]);
  });

  it('reports every issue with its line, without quoting a text', () => {
    const text = [
      '{"text": "private words", "route": "billng"}',
      'private words',
      '{"text": 7, "rout": null}',
      '{"text": "private words"}',
      '[]',
    ].join('\n');
    expect(messageOf(text).split('\n')).toEqual([
      'cases.jsonl:1:1 route "billng" is not a route of the router; did you mean "billing"?',
      'cases.jsonl:2:1 this line is no JSON; expected {"text": "…", "route": "…"}.',
      'cases.jsonl:3:1 text must be a text, got a number; put the text in quotes.',
      'cases.jsonl:3:1 rout is not a key of a case; did you mean "route"?',
      'cases.jsonl:4:1 route is missing; it must be the name of a route, or null for none.',
      'cases.jsonl:5:1 a case must be a map with text and route, got a list.',
    ]);
  });
});

function messageOf(text: string): string {
  try {
    parseCases(text, { file: 'cases.jsonl', routes: ['billing'] });
  } catch (error) {
    if (SrError.is(error, 'SR_CASES_INVALID')) return error.message;
    throw error;
  }
  throw new Error('the text was accepted');
}
