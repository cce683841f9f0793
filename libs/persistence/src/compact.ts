/** Members that may lack a value become optional ones. */
export type Compact<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : null extends T[Key] ? never : Key]: T[Key];
} & { [Key in keyof T]?: NonNullable<T[Key]> };

/** Leaves out what has no value: absent in a row is absent in every answer, never null. */
export const compact = <T extends object>(members: T): Compact<T> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
  ) as Compact<T>;
