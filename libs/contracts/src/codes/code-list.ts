export interface Display {
  readonly en: string;
  readonly id: string;
}

/** A closed list of codes: `system` names it, each code has a text in Indonesian and in English. */
export interface CodeList<Code extends string> {
  readonly system: string;
  readonly codes: readonly [Code, ...Code[]];
  readonly display: Readonly<Record<Code, Display>>;
}

export function codeList<Code extends string>(
  system: string,
  display: Record<Code, Display>,
): CodeList<Code> {
  return { system: `urn:rujukan:code:${system}`, codes: Object.keys(display) as [Code, ...Code[]], display };
}

export type CodeOf<List> = List extends CodeList<infer Code> ? Code : never;
