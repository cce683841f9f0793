import type { CodeOf, riskLevel } from '@rujukan/contracts';
import type { Tone } from './chip.js';

/** What is not assessed looks as grave as it is treated. */
export const riskTone: Readonly<Record<CodeOf<typeof riskLevel>, Tone>> = {
  high: 'danger',
  unassessed: 'danger',
  medium: 'warn',
  low: 'ok',
};
