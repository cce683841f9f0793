import { exportReason } from '@rujukan/contracts';
import { displayOf } from './words/agency-words.js';
import { instantWords } from './words/said.js';
import type { Export } from './export.js';

/** How somebody who was handed the package checks it, in Indonesian and then in English. */
export const readMe = `BERKAS BUKTI DARI JEJAK AUDIT RUJUKAN

Isi:
  ringkasan.html        ringkasan yang dapat dicetak
  entries.ndjson        catatan audit, satu baris per catatan, persis seperti tersimpan
  proofs/NOMOR.tlog-proof   bukti bahwa catatan itu ada di log (catatannya ikut di dalam bukti)
  checkpoint            kepala log yang ditandatangani log dan para saksi
  policy                kunci yang diusulkan untuk dipercaya
  manifest.json         SHA-256 setiap berkas, siapa yang meminta, kapan, alasannya
  manifest.tlog-proof   bukti bahwa manifest ini tercatat di log
  audit-verify.mjs      pemeriksa; berjalan tanpa jaringan

Cara memeriksa (perlu Node.js 20 atau lebih baru; jaringan tidak diperlukan), di folder ini:

  node audit-verify.mjs package --policy policy .

Hasil "UTUH" berarti setiap berkas sama dengan yang tercatat dan setiap catatan ada di log yang ditandatangani.
"DIUBAH" menyebutkan berkas atau catatan yang tidak cocok. Satu catatan saja:

  node audit-verify.mjs proof --policy policy --proof proofs/NOMOR.tlog-proof

Berkas policy di sini hanyalah usulan. Untuk pembuktian, pakailah policy yang Anda terima sendiri dari instansi
saksi, dan pemeriksa yang Anda peroleh sendiri. Jangan memakai yang datang bersama berkas yang diperiksa.

ENGLISH

An evidence package of the audit log. Check it without a network: node audit-verify.mjs package --policy policy . --lang en
OK means that each file is the one on record and that each entry is in the signed log. The policy in here is a
proposal: for proof take one, and a verifier, that you got from the witnesses yourself.
`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);

/** An entry in words, and whether its bytes are those that the signed log was built over. */
export interface SummaryLine {
  readonly seq: number;
  readonly says: string;
  readonly isProved: boolean;
}

/** The package on paper: what it is, and each entry as a sentence with its number. */
export function summaryPage(
  asked: Export,
  {
    sentences,
    size,
    madeAt,
  }: {
    readonly sentences: readonly SummaryLine[];
    readonly size: bigint;
    readonly madeAt: Date;
  },
): string {
  const altered = sentences.filter(({ isProved }) => !isProved);
  const facts: [string, string][] = [
    ['Nomor berkas bukti', asked.id],
    ['Alasan', displayOf(exportReason, asked.reason).id],
    ['Diminta', instantWords(asked.requestedAt.toISOString()).id],
    ['Dibuat', instantWords(madeAt.toISOString()).id],
    ['Persetujuan orang kedua', asked.approvedBy === null ? 'tidak diperlukan: tentang satu kasus' : 'ada'],
    ['Jumlah catatan', String(sentences.length)],
    ['Ukuran log yang ditandatangani', `${size} catatan`],
  ];
  return `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<title>Ringkasan berkas bukti</title>
<style>
  body { font: 11pt/1.5 serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0 }
  thead { display: table-header-group }
  tr { break-inside: avoid }
</style>
<h1>Ringkasan berkas bukti</h1>
<p>Salinan catatan audit Rujukan. Ringkasan ini untuk dibaca; yang membuktikan adalah berkas di folder <code>proofs</code>.
Cara memeriksanya tertulis di <code>BACA-SAYA.txt</code>.</p>
<table>
${facts.map(([name, value]) => `<tr><th scope="row">${html(name)}</th><td>${html(value)}</td></tr>`).join('\n')}
</table>
${altered.length === 0 ? '' : `<p><strong>PERHATIAN: ${altered.length} catatan TIDAK cocok dengan log yang ditandatangani (${altered.map(({ seq }) => seq).join(', ')}). Isinya telah berubah; jangan dipakai sebagai fakta.</strong></p>`}
<h2>Urutan kejadian</h2>
<table>
<thead><tr><th scope="col">Catatan</th><th scope="col">Kejadian</th></tr></thead>
<tbody>
${sentences.map(({ seq, says, isProved }) => `<tr><td>${seq}</td><td>${isProved ? '' : '<strong>TIDAK COCOK:</strong> '}${html(says)}</td></tr>`).join('\n')}
</tbody>
</table>
</html>
`;
}
