const bytesPerKiB = 1024;

/** What a process that was started cold prints, as one line of JSON, as soon as it has decided. */
export interface FirstDecision {
  readonly route: string | null;
  /** The most resident memory that the process had until then. */
  readonly peakBytes: number;
}

export function tellFirstDecision(route: string | null): void {
  const peakBytes = process.resourceUsage().maxRSS * bytesPerKiB;
  process.stdout.write(`${JSON.stringify({ route, peakBytes } satisfies FirstDecision)}\n`);
}
