// No daylight saving and one zone for every agency of the province (WIB, UTC+7).
const inPontianak = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Pontianak',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date on the wall calendar in Pontianak, `2025-11-03`. */
export const localDate = (instant: Date): string => inPontianak.format(instant);
