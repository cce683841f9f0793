import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { CodeList } from '@rujukan/contracts';
import type { Language, Texts } from './texts.js';

interface Chosen {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Chosen>({ language: 'id', choose: () => undefined });
const storageKey = 'bahasa';

/** Language of the next call to a service; kept here because calls are made outside React too. */
let spoken: Language = 'id';

export const spokenLanguage = (): Language => spoken;

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(storageKey) === 'en' ? 'en' : 'id',
  );
  spoken = language;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const chosen = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        localStorage.setItem(storageKey, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={chosen}>{children}</LanguageContext>;
}

export const useLanguage = (): Chosen => use(LanguageContext);

/** The texts of a page in the language of the person. */
export function useTexts<T>(both: Texts<T>): Texts<T>['id'] {
  return both[useLanguage().language];
}

/** Reads a code aloud in the language of the person; a code newer than this page stands for itself, none is silence. */
export function useDisplay() {
  const { language } = useLanguage();
  return <Code extends string>(list: CodeList<Code>, code: string | undefined): string =>
    displayOf(list, code, language);
}

export function displayOf(list: CodeList<string>, code: string | undefined, language: Language): string {
  if (code === undefined) return '';
  return Object.hasOwn(list.display, code) ? list.display[code]![language] : code;
}
