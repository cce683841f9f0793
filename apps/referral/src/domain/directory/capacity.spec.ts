import { asKnown, confirm, isPlausible, isSaidAgain, statedIn } from './capacity.js';
import { night } from '../fixtures/a-handoff.js';

const full = confirm({ status: 'no-capacity', available: 0, maximum: 20, unit: 'bed' }, night);
const after = (hours: number) => new Date(night.getTime() + hours * 3_600_000);

describe('room at a service', () => {
  it('is known for a day where beds are counted, and for a week elsewhere', () => {
    expect(asKnown(full, 'emergency-shelter', after(24))).toBe(full);
    expect(asKnown(full, 'emergency-shelter', after(24.1)).status).toBe('unknown');
    expect(asKnown(full, 'legal-aid', after(24 * 7)).status).toBe('no-capacity');
    expect(asKnown(full, 'legal-aid', after(24 * 7 + 1)).status).toBe('unknown');
  });

  it('keeps what does not age when it is not known any more', () => {
    expect(asKnown(full, 'emergency-shelter', after(48))).toEqual({
      status: 'unknown',
      maximum: 20,
      unit: 'bed',
      confirmedAt: night,
    });
  });

  it('is not known where nobody ever said', () => {
    expect(asKnown({ status: 'capacity', available: 3 }, 'legal-aid', night)).toEqual({ status: 'unknown' });
  });

  it('is said again when nothing but the hour differs', () => {
    expect(isSaidAgain(full, statedIn(full))).toBe(true);
    expect(isSaidAgain(full, { ...statedIn(full), available: 1 })).toBe(false);
  });

  it('is never more than there is', () => {
    expect(isPlausible({ available: 3, maximum: 2 })).toBe(false);
    expect(isPlausible({ available: 3 })).toBe(true);
    expect(isPlausible({ maximum: 2 })).toBe(true);
  });
});
