declare const brand: unique symbol;

/** A value that must not be swapped for another of the same shape: `Brand<string, 'CaseId'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
