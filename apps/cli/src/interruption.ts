/** Why everything stops at once, as the reason of `io.signal`; nothing is wrong that had to be reported. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}
