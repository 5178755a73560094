import type { Adapter, AdapterError } from '@sr/core';

/**
 * A server that speaks OpenAI's chat format with three differences: it calls `max_tokens`
 * `max_output`, refuses `logit_bias`, and reports errors as `{ "fault": "…" }`.
 */
export const acmeAdapter: Adapter = {
  contract: 'adapter/1',
  id: 'acme',
  endpoints: ['chat', 'models'],
  changes: [
    { kind: 'renamed', field: 'max_tokens', to: 'max_output' },
    { kind: 'dropped', field: 'logit_bias' },
  ],
  request({ endpoint, model, body, apiKey }) {
    const headers = apiKey === undefined ? {} : { 'x-acme-key': apiKey };
    if (endpoint === 'models') return { method: 'GET', path: '/models', headers, body: undefined };
    const fields = Object.entries({ ...body, model })
      .filter(([field]) => field !== 'logit_bias')
      .map(([field, value]) => [field === 'max_tokens' ? 'max_output' : field, value]);
    return {
      method: 'POST',
      path: '/chat',
      headers,
      body: Object.fromEntries(fields) as Record<string, unknown>,
    };
  },
  head(status, headers) {
    const seconds = Number(headers['retry-after']);
    return {
      kind: status >= 400 ? 'error' : headers['content-type'] === 'text/event-stream' ? 'stream' : 'json',
      retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined,
    };
  },
  event(data) {
    if (data === '[DONE]') return { kind: 'done' };
    const { fault, choices } = JSON.parse(data) as { fault?: string; choices?: unknown[] };
    if (fault !== undefined) return { kind: 'error', error: toError(500, fault) };
    return { kind: choices?.length ? 'output' : 'other' };
  },
  error: (status, body) => toError(status, (JSON.parse(body) as { fault: string }).fault),
  models: (body) =>
    (JSON.parse(body) as { names: string[] }).names.map((name) => ({
      name,
      parent: undefined,
      maxContextTokens: undefined,
    })),
};

function toError(status: number, message: string): AdapterError {
  if (status === 401) return { message, kind: 'credential' };
  if (status === 429) return { message, kind: 'rate_limit' };
  return { message, kind: status < 500 ? 'invalid_request' : 'server' };
}
