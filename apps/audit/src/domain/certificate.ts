import { erasureBasis, roleName } from '@rujukan/contracts';
import type { DoneErasure, Signatory } from './erasure.js';
import { agencyWords, displayOf, type Agencies } from './words/agency-words.js';
import { instantWords } from './words/said.js';

/** The minutes of a destruction (*berita acara pemusnahan*): what, how many, why, who, when, and how to check it. No name. */
export function certificateText(erasure: DoneErasure, agencies: Agencies): string {
  const { destroyed, basis, agencyId, requested, approved } = erasure;
  const agency = agencyWords(agencies, agencyId).id;
  return [
    'BERITA ACARA PEMUSNAHAN',
    'Rincian yang tersimpan di samping jejak audit',
    '',
    `Nomor                : ${erasure.id}`,
    `Kasus (pseudonim)    : ${erasure.caseId}`,
    `Dasar                : ${displayOf(erasureBasis, basis).id} (${basis})`,
    `Diminta oleh         : ${personWords(requested)}, ${agency}`,
    `                       ${instantWords(requested.at.toISOString()).id}`,
    `Disetujui oleh       : ${personWords(approved)}, ${agency}`,
    `Dimusnahkan pada     : ${instantWords(approved.at.toISOString()).id}`,
    `Jumlah rincian       : ${destroyed.details}`,
    `Catatan              : ${rangeWords(destroyed)}`,
    `SHA-256              : ${destroyed.digest.toString('hex')}`,
    ...(basis === 'retention-ended'
      ? ['Kunci berkas kasus   : dimusnahkan di semua layanan yang menyimpannya']
      : []),
    '',
    'Rincian dihapus dan kunci penyandiannya dimusnahkan. Catatan dalam jejak audit tidak diubah: setiap tanda terima dan',
    'setiap bukti yang diterbitkan sebelumnya tetap dapat diperiksa. SHA-256 di atas dihitung dari nilai detailHash semua',
    'catatan itu, disusun menurut urutan bita.',
    '',
  ].join('\n');
}

const personWords = ({ roles }: Signatory): string =>
  roles.map((role) => displayOf(roleName, role).id).join(', ');

const rangeWords = ({ firstSeq, lastSeq }: DoneErasure['destroyed']): string =>
  firstSeq === undefined || lastSeq === undefined
    ? 'belum bernomor dalam jejak audit'
    : `nomor ${firstSeq} sampai dengan ${lastSeq}`;
