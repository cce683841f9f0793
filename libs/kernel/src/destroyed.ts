/** What was asked for was destroyed because the law or its rule says so. Nobody has it any more. */
export class Destroyed extends Error {
  constructor() {
    super('what was asked for was destroyed');
    this.name = 'Destroyed';
  }
}
