import type { HandoffStatus } from '../data/handoffs.js';
import type { Tone } from './chip.js';

export const handoffTone: Readonly<Record<HandoffStatus, Tone>> = {
  draft: 'neutral',
  requested: 'info',
  received: 'info',
  returned: 'warn',
  accepted: 'ok',
  rejected: 'warn',
  waitlisted: 'warn',
  'on-hold': 'warn',
  'in-progress': 'ok',
  'cancel-requested': 'warn',
  cancelled: 'neutral',
  expired: 'danger',
  'referred-onward': 'neutral',
  completed: 'neutral',
  'not-completed': 'warn',
  'entered-in-error': 'neutral',
};
