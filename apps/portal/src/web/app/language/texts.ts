export type Language = 'id' | 'en';

type Text = string | ((...values: never[]) => string);

/** The same keys again: a string for a string, a function of the same values for a function. */
type Translated<T> = {
  readonly [Key in keyof T]: T[Key] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : string;
};

export interface Texts<T> {
  readonly id: Translated<T>;
  readonly en: Translated<T>;
}

/** Both languages of one page, side by side. A key that one of them lacks does not compile. */
export const texts = <T extends Record<string, Text>>(both: {
  id: T;
  en: NoInfer<Translated<T>>;
}): Texts<T> => both as unknown as Texts<T>;
