import { readFileSync } from 'node:fs';

const bytesPerKiB = 1024;

/** What a process that was started cold prints, as one line of JSON, as soon as it has decided. */
export interface FirstDecision {
  readonly route: string | null;
  /** The most resident memory that the process had until then. */
  readonly peakBytes: number;
}

export function tellFirstDecision(route: string | null): void {
  process.stdout.write(`${JSON.stringify({ route, peakBytes: peakBytes() } satisfies FirstDecision)}\n`);
}

/**
 * From Linux's own count for this process image. The one of getrusage starts at what the parent had: it
 * is not set back when a forked process becomes another program.
 */
function peakBytes(): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes) * bytesPerKiB;
}
