/** Another member of the group has the partition now: what is not committed is undone here and done there. */
export class PartitionLost extends Error {
  override readonly name = 'PartitionLost';

  constructor(cause: unknown) {
    super('the partition was given to another member', { cause });
  }
}
