import type { Entry } from '../../data/entries.js';
import { sentenceOf } from './sentence.js';
import { actTexts } from './sentences.texts.js';

const speaker = { t: actTexts.id, language: 'id' as const, agency: () => 'UPTD PPA (Demo)' };
const entry: Entry = {
  seq: 1,
  id: 'e',
  occurred: '2025-11-03T02:00:00.000Z',
  recorded: '2025-11-03T02:00:00.100Z',
  type: 'case.read',
  action: 'R',
  outcome: 'success',
  actor: { sub: '0199c0de-0000-7000-8000-000000abcdef', org: 'o', roles: ['case-manager'], kind: 'person' },
  entity: [],
  subject: ['c'],
  src: 'intake',
  srcSeq: 1,
};

describe('an audit entry, read aloud', () => {
  it('says who of which agency did what', () => {
    expect(sentenceOf(entry, speaker)).toBe(
      'Petugas abcdef (manajer kasus) dari UPTD PPA (Demo) membaca berkas kasus tentang satu kasus.',
    );
  });

  it('leaves an abbreviation in the name of a role as it is', () => {
    const officer = { ...entry, actor: { ...entry.actor, roles: ['probation-officer'] } };
    expect(sentenceOf(officer, speaker)).toContain('Petugas abcdef (PK Bapas) dari');
  });

  it('says that somebody was turned away, and why', () => {
    expect(sentenceOf({ ...entry, outcome: 'denied', reason: 'not-found' }, speaker)).toBe(
      'Petugas abcdef (manajer kasus) dari UPTD PPA (Demo) ditolak ketika hendak membaca berkas kasus tentang satu kasus: instansinya tidak terlibat, atau datanya tidak ada.',
    );
    expect(sentenceOf({ ...entry, outcome: 'denied', reason: 'not-custodian' }, speaker)).toContain(
      'hanya instansi penanggung jawab',
    );
  });

  it('does not make a person of somebody who had not signed in', () => {
    const anonymous = { sub: 'anonymous', kind: 'person' as const, roles: [] };
    const turnedAway = { ...entry, actor: anonymous, outcome: 'denied' as const, reason: 'unauthenticated' };
    expect(sentenceOf(turnedAway, speaker)).toBe(
      'Seseorang yang tidak dikenal ditolak ketika hendak membaca berkas kasus tentang satu kasus: belum masuk.',
    );
  });

  it('names the system when no person acted', () => {
    const system = { ...entry, type: 'access.grant', subject: [], actor: { sub: 'system:intake' } };
    expect(sentenceOf(system, speaker)).toBe('Sistem (intake) membuka akses bagi instansi lain.');
  });

  it('still says something about an act that it does not know', () => {
    expect(sentenceOf({ ...entry, type: 'toString', action: 'E', subject: [] }, speaker)).toContain(
      'menjalankan tindakan (toString)',
    );
  });
});
