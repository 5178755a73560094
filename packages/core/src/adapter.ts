/**
 * How one kind of server is spoken to, without any I/O: what to send, and what a reply means. A
 * transport does the sending. Bodies pass through by default: a field that the adapter does not know
 * arrives as it was sent.
 */
export interface Adapter {
  readonly contract: 'adapter/1';
  /** E.g. `openai`. */
  readonly id: string;
  readonly endpoints: readonly AdapterEndpoint[];
  /** Body fields that this adapter drops or renames, so that a decision record can show them. */
  readonly changes: readonly AdapterChange[];
  request(call: AdapterCall): AdapterRequest;
  /** What status line and headers say, before any byte of the body. */
  head(status: number, headers: AdapterHeaders): AdapterReplyHead;
  /** What the `data` of one server-sent event says. */
  event(data: string): AdapterEvent;
  /** The facts in the body of a reply whose head was of kind `error`. */
  error(status: number, body: string): AdapterError;
  /** The models in the body of a `models` reply. */
  models(body: string): readonly AdapterModel[];
}

export type AdapterEndpoint = 'chat' | 'responses' | 'embeddings' | 'models' | 'health';

/** Lower-case names. */
export type AdapterHeaders = Readonly<Record<string, string>>;

export type AdapterChange =
  | { readonly kind: 'dropped'; readonly field: string }
  | { readonly kind: 'renamed'; readonly field: string; readonly to: string };

export interface AdapterCall {
  readonly endpoint: AdapterEndpoint;
  /** The model's name at the backend. */
  readonly model: string;
  /** The client's JSON body; undefined for endpoints without one. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly apiKey: string | undefined;
}

export interface AdapterRequest {
  readonly method: 'GET' | 'POST';
  /** Relative to the backend's base URL, beginning with a slash. */
  readonly path: string;
  readonly headers: AdapterHeaders;
  /** undefined: no body. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

export interface AdapterReplyHead {
  readonly kind: 'stream' | 'json' | 'error';
  /** From Retry-After or the server's own header, where present. */
  readonly retryAfterMs: number | undefined;
}

export interface AdapterEvent {
  /** `output` carries text or a tool call, `done` ends the stream, `other` is neither. */
  readonly kind: 'output' | 'usage' | 'error' | 'done' | 'other';
  readonly error?: AdapterError;
}

export interface AdapterError {
  readonly message: string;
  readonly kind:
    | 'credential'
    | 'context_overflow'
    | 'rate_limit'
    | 'overloaded'
    | 'not_found'
    | 'invalid_request'
    | 'server';
}

export interface AdapterModel {
  readonly name: string;
  /** The base model where this one is an adapter over it (LoRA). */
  readonly parent: string | undefined;
  readonly maxContextTokens: number | undefined;
}
