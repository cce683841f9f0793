import type { Language } from '../app/language/texts.js';

/** Pontianak: Waktu Indonesia Barat, the whole year. */
const zone = 'Asia/Pontianak';
const locale = { id: 'id-ID', en: 'en-GB' } as const;

const dayOf = {
  id: new Intl.DateTimeFormat(locale.id, { dateStyle: 'long', timeZone: zone }),
  en: new Intl.DateTimeFormat(locale.en, { dateStyle: 'long', timeZone: zone }),
};
const clockOf = {
  id: new Intl.DateTimeFormat(locale.id, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }),
  en: new Intl.DateTimeFormat(locale.en, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }),
};

/** `3 November 2025, 14.30 WIB`. */
export const dateTime = (at: string, language: Language): string =>
  `${dayOf[language].format(new Date(at))}, ${timeOfDay(at, language)}`;

/** `14.30 WIB`. */
export const timeOfDay = (at: string, language: Language): string =>
  `${clockOf[language].format(new Date(at))} WIB`;

/** `3 November 2025`, for an instant or for a date without time. */
export const day = (at: string, language: Language): string =>
  dayOf[language].format(new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00+07:00` : at));

const minute = 60_000;
const hour = 60 * minute;

const words = {
  id: {
    minute: (n: number) => `${n} menit`,
    hour: (n: number) => `${n} jam`,
    day: (n: number) => `${n} hari`,
  },
  en: {
    minute: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
    hour: (n: number) => (n === 1 ? '1 hour' : `${n} hours`),
    day: (n: number) => (n === 1 ? '1 day' : `${n} days`),
  },
};

/** `35 menit`, `4 jam`, `3 hari`: whole units, rounded down, so that nobody is promised time that is not there. */
export function span(ms: number, language: Language): string {
  const say = words[language];
  if (ms < hour) return say.minute(Math.max(1, Math.floor(ms / minute)));
  if (ms < 48 * hour) return say.hour(Math.floor(ms / hour));
  return say.day(Math.floor(ms / (24 * hour)));
}

export type Urgency = 'overdue' | 'soon' | 'calm';

/** A deadline within this time is called soon. */
const soonMs = 24 * hour;

export const urgency = (dueAt: string, now: Date): Urgency => {
  const left = new Date(dueAt).getTime() - now.getTime();
  if (left < 0) return 'overdue';
  return left <= soonMs ? 'soon' : 'calm';
};

/** `sisa 4 jam`, `lewat 2 jam`. */
export function timeLeft(dueAt: string, now: Date, language: Language): string {
  const left = new Date(dueAt).getTime() - now.getTime();
  const text = span(Math.abs(left), language);
  if (language === 'id') return left < 0 ? `lewat ${text}` : `sisa ${text}`;
  return left < 0 ? `${text} late` : `${text} left`;
}

/** `3 jam lalu`; the future, which clocks that differ can show, is `baru saja`. */
export function ago(at: string, now: Date, language: Language): string {
  const passed = now.getTime() - new Date(at).getTime();
  if (passed < minute) return language === 'id' ? 'baru saja' : 'just now';
  return language === 'id' ? `${span(passed, language)} lalu` : `${span(passed, language)} ago`;
}

/** What a `datetime-local` field shows and gives, in Pontianak's time. */
export const fromLocalInput = (text: string): string => `${text}:00+07:00`;
