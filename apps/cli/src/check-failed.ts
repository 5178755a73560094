/** The command did its work, and what it found is not good enough: exit code 1. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
  /** What a machine needs to tell what was found; goes to stderr with `--json`. */
  readonly details: object;

  constructor(message: string, details: object) {
    super(message);
    this.details = details;
  }
}
