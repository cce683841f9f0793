import { correctIdentity, type Identity } from './identity.js';
import type { CaseFile } from './case.js';

const now = new Date('2025-11-02T08:00:00Z');
const file = { id: 'case', version: 3, status: 'open', ageBand: 'unknown' } as unknown as CaseFile;
const stated: Identity = { name: 'Kelabu Contoh', statedAge: 19, ageCertainty: 'estimated' };

describe('correcting who a child is', () => {
  it('follows a document to the age band, and keeps what was said before', () => {
    const corrected = correctIdentity(
      file,
      stated,
      { birthDate: '2009-09-02', ageCertainty: 'documented' },
      now,
    );
    expect(corrected).toMatchObject({
      ok: true,
      value: {
        file: { version: 4, ageBand: '16-17' },
        identity: { ...stated, birthDate: '2009-09-02', ageCertainty: 'documented' },
        fields: ['birthDate', 'ageCertainty'],
        before: { ageCertainty: 'estimated' },
      },
    });
  });

  it('makes an adult of her only by a document', () => {
    const bandAfter = (change: Partial<Identity>) => {
      const corrected = correctIdentity(file, stated, change, now);
      return corrected.ok ? corrected.value.file.ageBand : corrected.reason;
    };
    expect(bandAfter({ birthDate: '2006-01-01' })).toBe('unknown');
    expect(bandAfter({ birthDate: '2006-01-01', ageCertainty: 'documented' })).toBe('18+');
    expect(bandAfter({ statedAge: 15 })).toBe('13-15');
  });

  it('is none where nothing differs, or the case is closed', () => {
    expect(correctIdentity(file, stated, { statedAge: 19 }, now)).toMatchObject({
      reason: 'nothing-changed',
    });
    const closed = { ...file, status: 'closed' } as CaseFile;
    expect(correctIdentity(closed, stated, { statedAge: 17 }, now)).toMatchObject({
      reason: 'case-closed',
    });
  });
});
