/** Entries wait for their place in the tree; until they have it nothing may be appended behind them. */
export class TreeBehind extends Error {
  constructor(treeSize: number, size: number) {
    super(`the tree has ${treeSize} of ${size} entries`);
  }
}
