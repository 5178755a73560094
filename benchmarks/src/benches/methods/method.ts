import type { Outcome } from '@sr/engine';
import type { Route } from '@sr/core';

/** What a method makes of one text. */
export type Guess = Pick<Outcome, 'best' | 'decided' | 'confidence'>;

/** A way to route that has read its routes. */
export interface LearnedMethod {
  /** Rows come from memory where the method needs any: for accuracy. */
  readonly guess: (text: string) => Guess | Promise<Guess>;
  /** The same, with everything that a caller waits for: for latency. */
  readonly answer: (text: string) => unknown;
  /** Lines of the file that a person keeps for it. */
  readonly configurationLines: number;
}

export interface Method {
  readonly name: string;
  readonly learn: (routes: readonly Route[]) => LearnedMethod | Promise<LearnedMethod>;
}
