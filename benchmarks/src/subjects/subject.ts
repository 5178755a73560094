import type { Route } from '@sr/core';

/** One contender, ready to decide. */
export interface Subject {
  /** @returns the name of the route, null where none is near enough. */
  decide(text: string): Promise<string | null>;
  /** Milliseconds that the last decision spent inside the model; only of subjects that can tell. */
  readonly modelMs?: number;
  dispose(): Promise<void>;
}

export interface SubjectSettings {
  readonly routes: readonly Route[];
  /** Of cosines, for the default head of a probability; below the scale everything is near enough. */
  readonly threshold: number;
}

export type LoadSubject = (settings: SubjectSettings) => Promise<Subject>;
