import { toContact } from './contact-form.js';

const form = {
  handoffId: '',
  serviceType: 'counselling',
  status: 'attended',
  plannedAt: '2025-11-04T09:00',
  occurredAt: '2025-11-03T09:00',
  note: '  ',
};

describe('what the service form sends', () => {
  it('gives an appointment its planned time only', () => {
    expect(toContact({ ...form, status: 'scheduled' })).toEqual({
      serviceType: 'counselling',
      status: 'scheduled',
      plannedAt: '2025-11-04T09:00:00+07:00',
    });
  });

  it('gives what took place its own time only, and names the handoff where one was chosen', () => {
    expect(toContact({ ...form, handoffId: 'h1' })).toEqual({
      handoffId: 'h1',
      serviceType: 'counselling',
      status: 'attended',
      occurredAt: '2025-11-03T09:00:00+07:00',
    });
  });
});
