import type { Bar } from './bar.ts';

/** One line of the table; a figure's unit is in its name, null where it was not measured. */
export type Row = Readonly<Record<string, string | number | null>>;

/** What a bench hands back. */
export interface Measurement {
  /** How the figures came about, in sentences. */
  readonly protocol: readonly string[];
  /** Of what was measured, by package. */
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
  readonly bars: readonly Bar[];
}

/** The public JSON of `pnpm bench NAME --json`. */
export interface Report extends Measurement {
  readonly bench: string;
  /** `-dirty` where the work tree differs from it. */
  readonly commit: string;
  /** Sizes were cut down to see that it runs: its figures say nothing. */
  readonly quick: boolean;
  readonly machine: Readonly<Record<string, string | number>>;
}

export interface BenchOptions {
  readonly quick: boolean;
  /** Tells people how far it is. */
  readonly say: (message: string) => void;
}

export type Bench = (options: BenchOptions) => Promise<Measurement>;
