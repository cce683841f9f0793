import { breachCause, breachedData } from '@rujukan/contracts';
import type { Breach } from './breach.js';

/** The words that lie sealed beside a breach. */
export interface BreachWords {
  readonly description: string;
  readonly handling: string;
}

export type NoticeFor = 'authority' | 'person';

const instant = new Intl.DateTimeFormat('id-ID', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Jakarta',
});
const wib = (at: Date): string => `${instant.format(at)} WIB`;

/**
 * The written notice that the law asks for: which data, when and how, what is done about it (UU 27/2022 Pasal 46). The one
 * for a person says neither who she is nor why anybody has data about her: it may be read by someone else.
 */
export function noticeText(breach: Breach, { description, handling }: BreachWords, to: NoticeFor): string {
  const dataNames = breach.dataClasses.map((code) => `- ${breachedData.display[code].id}`);
  const head =
    to === 'authority'
      ? [
          'PEMBERITAHUAN TERTULIS KEGAGALAN PELINDUNGAN DATA PRIBADI',
          'Kepada lembaga pelindungan data pribadi',
          '',
          `Nomor catatan: ${breach.id}`,
          `Diketahui: ${wib(breach.knownAt)}`,
          `Batas waktu pemberitahuan: ${wib(breach.dueAt)}`,
          `Jumlah orang yang terdampak: ${breach.persons}`,
        ]
      : [
          'PEMBERITAHUAN TENTANG DATA PRIBADI ANDA',
          '',
          'Sebagian data pribadi Anda mungkin diketahui pihak yang tidak berhak.',
        ];
  const how =
    to === 'authority'
      ? [`Penyebab: ${breachCause.display[breach.cause].id}`, description]
      : [`Penyebab: ${breachCause.display[breach.cause].id}`];
  const rest =
    to === 'authority'
      ? ['', 'Dasar: Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, Pasal 46.']
      : [
          '',
          'Tanyakan kepada pendamping Anda. Anda berhak meminta penjelasan, melihat, dan memperbaiki data Anda.',
        ];
  return [
    ...head,
    '',
    '1. Data pribadi yang terungkap',
    ...dataNames,
    '',
    '2. Kapan dan bagaimana data terungkap',
    when(breach),
    ...how,
    '',
    '3. Upaya penanganan dan pemulihan',
    handling,
    ...rest,
    '',
  ].join('\n');
}

function when({ happenedFrom: from, happenedTo: to, knownAt }: Breach): string {
  if (from && to) return `Antara ${wib(from)} dan ${wib(to)}`;
  return from ? `Sejak ${wib(from)}` : `Belum diketahui; diketahui pada ${wib(knownAt)}`;
}
