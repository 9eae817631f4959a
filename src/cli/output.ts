/** Where a command writes: results to `out`, what went wrong with the command itself to `err`. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
  /** Shows how far the work is, in place of what it showed before; absent where nobody watches. */
  readonly progress?: (text: string) => void;
}
