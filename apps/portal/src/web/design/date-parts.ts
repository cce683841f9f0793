/** A date as somebody types it, part by part. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
}

/** Whether a date comes with a time of the day. */
export type Clock = 'none' | 'optional' | 'required';

/** `2025-11-03` or `2025-11-03T09:00` in parts; what is half done comes back as far as it was typed. */
export function partsOf(text: string): DateParts {
  const [date = '', clock = ''] = text.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const [hour = '', minute = ''] = clock.split(':');
  return { day: asTyped(day), month: asTyped(month), year, hour, minute };
}

/** The parts as one text, empty when nothing was typed. Only `dateMistake` says whether it is a date. */
export function textOf({ day, month, year, hour, minute }: DateParts): string {
  const date = [year, twoDigits(month), twoDigits(day)].join('-');
  const clock = [twoDigits(hour), twoDigits(minute)].join(':');
  if (clock !== ':') return `${date}T${clock}`;
  return date === '--' ? '' : date;
}

/** What is wrong with the text: its date, its time of the day, or nothing. An empty text is no mistake. */
export function dateMistake(text: string, clock: Clock): 'date' | 'clock' | undefined {
  if (text === '') return undefined;
  const [date = '', time] = text.split('T');
  if (!isDate(date)) return 'date';
  if (time === undefined) return clock === 'required' ? 'clock' : undefined;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? undefined : 'clock';
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day || month > 12) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const asTyped = (digits: string): string => digits.replace(/^0(?=\d)/, '');

const twoDigits = (digits: string): string => (digits === '' ? '' : digits.padStart(2, '0'));
