/** More entries than a log can have: their numbers would not fit the database's own. */
const most = 2n ** 63n;

/** Whether a tile or bundle of that index can be in a log at all. */
export const isWithinLog = (index: bigint): boolean => index < most / 256n;
