/** Sub-district 99 of Pontianak and Singkawang: does not exist, so its numbers belong to nobody. */
const demoPrefixes = ['617199', '617299'];

/**
 * Why a text cannot be a NIK (PP KK CC DD MM YY NNNN; day + 40 for girls), or undefined when it can.
 * It is never compared with the recorded birth date or home: a NIK does not change when those are corrected.
 *
 * @param isDemo in a demo the numbers of the sub-district that does not exist are taken.
 */
export function nikProblem(nik: string, isDemo: boolean): 'invalid-format' | 'not-allowed' | undefined {
  if (!/^\d{16}$/.test(nik) || nik.endsWith('0000')) return 'invalid-format';
  if (!isDayOfBirth(Number(nik.slice(6, 8))) || !isBetween(Number(nik.slice(8, 10)), 1, 12))
    return 'invalid-format';
  return !isDemo && demoPrefixes.includes(nik.slice(0, 6)) ? 'not-allowed' : undefined;
}

const isBetween = (value: number, low: number, high: number): boolean => value >= low && value <= high;

const isDayOfBirth = (day: number): boolean => isBetween(day, 1, 31) || isBetween(day, 41, 71);
