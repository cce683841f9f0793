import { mayBeTold, statementFor, type Told } from './disclosure-statement.js';

const line: Told = {
  kind: 'referral',
  receiver: 'Enggang (Demo)',
  fieldGroups: ['identity', 'needs'],
  purpose: 'service-provision',
  shareProfile: 'psychosocial-care',
  lawfulBasis: { code: 'consent' },
  disclosedAt: new Date('2026-03-07T20:00:00Z'),
};

describe('what a child is told of who knows what', () => {
  it('is a sentence for each agency, by the day where she lives', () => {
    const { lines } = statementFor(
      'child',
      [line, { ...line, until: new Date('2026-04-01T03:00:00Z') }],
      'id',
    );
    expect(lines).toEqual([
      'Enggang (Demo) mendapat nama, tanggal lahir, jenis kelamin; kebutuhan bahasa dan disabilitas, untuk pemberian layanan, dengan persetujuan, sejak 2026-03-08 dan masih boleh membacanya.',
      'Enggang (Demo) mendapat nama, tanggal lahir, jenis kelamin; kebutuhan bahasa dan disabilitas, untuk pemberian layanan, dengan persetujuan, sejak 2026-03-08 sampai 2026-04-01.',
    ]);
    expect(statementFor('child', [line], 'en').lines[0]).toContain('and may still read it');
  });

  it('tells nobody but her who shelters her', () => {
    const shelter: Told = {
      ...line,
      shareProfile: 'shelter-placement',
      lawfulBasis: { code: 'vital-interest' },
    };
    expect(statementFor('child', [shelter], 'id').lines[0]).toMatch(/^Enggang .* berdasarkan aturan/);
    for (const person of ['parent', 'guardian', 'safe-adult'] as const)
      expect(JSON.stringify(statementFor(person, [shelter], 'id'))).not.toContain('Enggang');
  });

  it('says of what was opened in an emergency that it was one', () => {
    const { shareProfile: _, ...opened } = line;
    const emergency: Told = { ...opened, kind: 'emergency', lawfulBasis: { code: 'vital-interest' } };
    expect(statementFor('child', [emergency], 'id').lines[0]).toContain('dalam keadaan darurat');
    expect(statementFor('child', [emergency], 'en').lines[0]).toContain('in an emergency');
  });

  it('is kept from a parent or guardian where the guardian is a suspect', () => {
    const suspect = { isGuardianSuspect: true };
    for (const person of ['parent', 'guardian'] as const)
      expect(mayBeTold(person, suspect)).toEqual({ ok: false, reason: 'guardian-is-suspect' });
    for (const person of ['child', 'safe-adult'] as const) expect(mayBeTold(person, suspect).ok).toBe(true);
    expect(mayBeTold('parent', { isGuardianSuspect: false }).ok).toBe(true);
  });
});
