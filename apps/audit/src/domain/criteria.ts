/** What an auditor asks for; a member that is absent does not narrow. */
export interface Criteria {
  /** Case id: everything about the child, and about the report that the case came from. */
  readonly case?: string | undefined;
  /** Case id: what entries say of the child themselves, and nothing beside. */
  readonly subject?: string | undefined;
  readonly actor?: string | undefined;
  readonly agency?: string | undefined;
  /** Id of any record that an entry names. */
  readonly entity?: string | undefined;
  readonly type?: string | undefined;
  /** One of these kinds of act. */
  readonly types?: readonly string[] | undefined;
  /** What happened, without successful reading, without audit's own work, and without what only followed from something. */
  readonly isEvent?: true | undefined;
  readonly outcome?: 'success' | 'denied' | 'failed' | undefined;
  readonly purpose?: string | undefined;
  /** Time of the act, from (inclusive) and to (exclusive). */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Acts that only follow from another that is told already. */
export const consequences: readonly string[] = [
  'access.grant',
  'access.revoke',
  'custody.open',
  'custody.move',
  'custody.close',
  'custody.come-of-age',
  'custody.follow-outline',
  'desk.write-to',
  'disclosure.follow-emergency',
  'handoff.follow',
  'notification.add',
  'notification.purge',
  'receipt.issue',
  'receipt.keep',
];

/** Names of the criteria in use, in order: what the record of the question says, without their values. */
export const namesOf = (criteria: Criteria): string[] =>
  Object.entries(criteria)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
    .sort();

/** The criteria in use with their values, instants as RFC 3339: what was asked, word for word. */
export const valuesOf = (criteria: Criteria): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(criteria)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]: [string, unknown]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
