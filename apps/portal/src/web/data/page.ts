/** One page of a list; `next` leads to the following one. There are no totals: they would tell about others' work. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}
