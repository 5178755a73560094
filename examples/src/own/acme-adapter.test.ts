import { describe, expect, it } from 'vitest';
import { acmeAdapter } from './acme-adapter.ts';

describe('the Acme adapter', () => {
  it('renames and drops what it declares, and passes everything else through', () => {
    const body = { messages: [], max_tokens: 5, logit_bias: {}, unknown_field: { a: 1 } };
    expect(acmeAdapter.request({ endpoint: 'chat', model: 'm', body, apiKey: 'k' })).toEqual({
      method: 'POST',
      path: '/chat',
      headers: { 'x-acme-key': 'k' },
      body: { messages: [], max_output: 5, unknown_field: { a: 1 }, model: 'm' },
    });
  });

  it.each([
    [200, { 'content-type': 'text/event-stream' }, { kind: 'stream', retryAfterMs: undefined }],
    [200, { 'content-type': 'application/json' }, { kind: 'json', retryAfterMs: undefined }],
    [429, { 'retry-after': '2' }, { kind: 'error', retryAfterMs: 2000 }],
  ])('reads a head of status %d', (status, headers, head) => {
    expect(acmeAdapter.head(status, headers)).toEqual(head);
  });

  it.each([
    ['{"choices":[{"delta":{"content":"Hi"}}]}', { kind: 'output' }],
    ['{"choices":[]}', { kind: 'other' }],
    ['{"fault":"no room"}', { kind: 'error', error: { kind: 'server', message: 'no room' } }],
    ['[DONE]', { kind: 'done' }],
  ])('reads the event %s', (data, event) => {
    expect(acmeAdapter.event(data)).toEqual(event);
  });

  it('tells errors apart by status', () => {
    expect(acmeAdapter.error(401, '{"fault":"who?"}')).toEqual({ kind: 'credential', message: 'who?' });
    expect(acmeAdapter.error(422, '{"fault":"what?"}').kind).toBe('invalid_request');
  });

  it('lists models', () => {
    expect(acmeAdapter.models('{"names":["m1"]}')[0]).toMatchObject({ name: 'm1' });
  });
});
