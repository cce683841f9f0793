import { handoffMoments, intakeMoments, supportMoments } from './moments.js';
import { momentTexts } from './moments.texts.js';

const telling = { t: momentTexts.id, language: 'id' as const, agency: (id: string | undefined) => id ?? '' };
const at = '2025-11-03T02:00:00Z';

describe('the timeline of a case', () => {
  it('names a deadline with its end', () => {
    const [moment] = intakeMoments(
      [{ at, type: 'clock-started', definition: 'police-report', dueAt: '2025-11-06T02:00:00Z' }],
      telling,
    );
    expect(moment?.title).toBe(
      'Batas waktu berjalan: Teruskan ke kepolisian dalam 3×24 jam (sampai 6 November 2025, 09.00 WIB)',
    );
  });

  it('raises the alarm for a missed deadline, and says when a duty was done late', () => {
    const moments = intakeMoments(
      [
        { at, type: 'clock-breached', definition: 'police-report' },
        { at, type: 'clock-met', definition: 'police-report', isLate: true },
      ],
      telling,
    );
    expect(moments[0]?.weight).toBe('alarm');
    expect(moments[1]?.title).toContain('terlambat');
  });

  it('tells of closure once, although two services know of it', () => {
    expect(intakeMoments([{ at, type: 'case-closed' }], telling)).toEqual([]);
    const entity = { type: 'closure', id: '1' };
    const [closed] = supportMoments(
      [{ at, type: 'case.closed', agencyId: 'a', entity, code: 'goals-met' }],
      telling,
    );
    expect(closed).toMatchObject({ title: 'Kasus ditutup', text: 'Tujuan layanan tercapai' });
  });

  it('reads a service aloud', () => {
    const entity = { type: 'service-event', id: '2' };
    const [moment] = supportMoments(
      [{ at, type: 'service-event.no-show', agencyId: 'a', entity, code: 'counselling' }],
      telling,
    );
    expect(moment?.title).toBe('Konseling / terapi: tidak hadir');
  });

  it('gives the reason of a decline', () => {
    const handoff = { id: 'h', kind: 'referral', number: 'R-1' } as Parameters<typeof handoffMoments>[0];
    const [moment] = handoffMoments(
      handoff,
      [{ version: 2, status: 'rejected', at, agencyId: 'a', statusReason: 'no-capacity' }],
      telling,
    );
    expect(moment).toMatchObject({ title: 'Rujukan R-1: tidak dapat diterima', text: 'Kapasitas penuh' });
  });
});
