/** The same thing in the two languages of this house. */
export interface Said {
  readonly id: string;
  readonly en: string;
}

export type Language = keyof Said;

export const said = (id: string, en: string): Said => ({ id, en });

/** English has a word for one and a word for more; Indonesian has one for both. */
export const counted = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`;

/** Says it in each language. */
export const inBoth = (say: (language: Language) => string): Said => ({ id: say('id'), en: say('en') });

const wib = 7 * 3_600_000;
const months: Readonly<Record<Language, readonly string[]>> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'], // prettier-ignore
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'], // prettier-ignore
};

/** `8 Maret 2026 03.00 WIB`; in English `8 March 2026 03:00 WIB`. */
export function instantWords(instant: string): Said {
  const [day = '', time = ''] = new Date(Date.parse(instant) + wib).toISOString().split('T');
  const [year, month = '', date = ''] = day.split('-');
  const [hour, minute] = time.split(':');
  return inBoth(
    (language) =>
      `${Number(date)} ${months[language][Number(month) - 1]} ${year} ${hour}${language === 'id' ? '.' : ':'}${minute} WIB`,
  );
}

/** `3 jam 20 menit`, from whole minutes on. */
export function spanWords(ms: number): Said {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return inBoth((language) => {
    const [hour, minute] = language === 'id' ? ['jam', 'menit'] : ['h', 'min'];
    const parts = [hours > 0 ? `${hours} ${hour}` : '', rest > 0 || hours === 0 ? `${rest} ${minute}` : ''];
    return parts.filter(Boolean).join(' ');
  });
}
