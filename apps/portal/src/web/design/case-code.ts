const code = /^\s*(?:K-[0-9A-Z]{8}-[0-9A-Z]\s+)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$/i;

/** The code of a case as somebody pastes it: alone, or after its number, as the page of a case gives both to copy. */
export const caseCodeOf = (text: string): string | undefined => code.exec(text)?.[1]?.toLowerCase();
