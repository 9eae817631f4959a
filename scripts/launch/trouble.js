/**
 * Something that the person who started Plazo can mend: shown as words, without a stack. `what`
 * says what is wrong, `mend` what to do about it.
 */
export class Trouble extends Error {
  constructor(what, mend) {
    super(`${what}\n  ${mend}`);
    this.name = "Trouble";
  }
}
