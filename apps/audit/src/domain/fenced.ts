/** Another sequencer took over: this one must write nothing more. */
export class Fenced extends Error {
  constructor(mine: number, now: number) {
    super(`another sequencer took over: epoch ${now} follows ${mine}`);
  }
}
