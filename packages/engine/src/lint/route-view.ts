import type { Route } from '@sr/core';
import type { LintFinding, UtterancePlace } from './finding.ts';

/** All that rules look at. Utterances are counted from 0 through all N of them, in the order of the routes. */
export interface RouteView {
  readonly routes: readonly Route[];
  readonly utterances: readonly PlacedUtterance[];
  /** standings[i] belongs to utterances[i]. */
  readonly standings: readonly Standing[];
  /** How near to each route utterances of other routes usually are, in the median; NaN where there are none. */
  readonly strangerBars: readonly number[];
  /** Median distance, 1 − cosine, of two utterances of each route; NaN for a route with one. */
  readonly spreads: readonly number[];
  /** Whether the head learns from names and descriptions. */
  readonly readsLabels: boolean;
  /** The bar of each route, where somebody has set one. */
  readonly thresholds: readonly (number | undefined)[];
  /** What each route scores at best for one of its own utterances that the head has not seen; undefined where no bar was set. */
  readonly reached: readonly number[] | undefined;
}

export interface PlacedUtterance extends UtterancePlace {
  readonly text: string;
}

/** How an utterance stands to its route, itself left out, and to the others. */
export interface Standing {
  /** Undefined for the only utterance of a route. */
  readonly own: Nearness | undefined;
  /** The nearest of the other routes; undefined where there is no other. */
  readonly rival: RivalNearness | undefined;
  /** The nearest utterance of all other routes. */
  readonly nearestElsewhere: Neighbour | undefined;
}

export interface Nearness {
  /** Best cosine with an utterance. */
  readonly best: number;
  /** Cosine with the mean direction of the utterances. */
  readonly centroid: number;
  /** The mean of both, as in the confidence of the head `auto`. */
  readonly mean: number;
}

export interface RivalNearness extends Nearness {
  /** Position in the list of routes. */
  readonly route: number;
  /** Its utterance of the best cosine. */
  readonly utterance: number;
}

export interface Neighbour {
  readonly utterance: number;
  readonly cosine: number;
}

/** Pure. `earlier` is what the rules before it have found: nothing is reported twice. */
export type LintCheck = (view: RouteView, earlier: readonly LintFinding[]) => readonly LintFinding[];
