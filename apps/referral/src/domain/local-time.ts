const westernIndonesiaMs = 7 * 3_600_000;

/** The day and the hour on the wall in Pontianak (WIB, UTC+7, no summer time). */
export function localTime(now: Date): { day: string; weekday: number; time: string } {
  const shifted = new Date(now.getTime() + westernIndonesiaMs);
  const text = shifted.toISOString();
  return { day: text.slice(0, 10), weekday: (shifted.getUTCDay() + 6) % 7, time: text.slice(11, 16) };
}
