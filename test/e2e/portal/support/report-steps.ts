import type { Page } from 'playwright-core';
import { choose, pressOn, tabTo, tick, typeInto } from './keyboard.js';

/** A child that only this run knows; every word of it would be a leak anywhere but on a page. */
export const child = {
  name: 'Kenanga Contoh',
  guardian: 'Merpati Contoh',
  nik: '6171994104100277',
  address: 'Jalan Percobaan 27',
  whereabouts: 'Ruang tunggu lantai dua',
  summary: 'Anak ditemukan di penginapan dan membutuhkan tempat aman malam ini.',
} as const;

/** When it happened: as it is typed, and as it is told. */
export const event = {
  parts: { Tanggal: '2', Bulan: '11', Tahun: '2025', Jam: '20', Menit: '5' },
  told: '2 November 2025, 20.05 WIB',
} as const;

export const recipient = 'UPTD PPA Kota Pontianak (Demo)';

/** Fills in the five steps without a mouse, up to the last look; `onStep` sees each step before it is filled in. */
export async function writeReport(page: Page, onStep: () => Promise<void> = async () => {}): Promise<void> {
  for (const fill of [writeEvent, writeChild, writePattern, writeReporter]) {
    await onStep();
    await fill(page);
    await pressOn(page, page.getByRole('button', { name: 'Lanjut' }));
  }
  await page.getByRole('group', { name: 'Langkah 5 dari 5: Periksa' }).waitFor();
}

async function writeEvent(page: Page): Promise<void> {
  await choose(page, page.getByRole('radiogroup', { name: 'Apakah anak aman sekarang?' }), 'Tidak aman');
  await typeInto(page, page.getByLabel('Laporan masuk melalui'), 'Operasi');
  const when = page.getByRole('group', { name: 'Waktu kejadian' });
  for (const [part, digits] of Object.entries(event.parts))
    await typeInto(page, when.getByLabel(part), digits);
  await typeInto(page, page.getByLabel('Tempat kejadian'), 'Hotel');
  await typeInto(page, page.getByLabel('Ringkasan singkat'), child.summary);
  await typeInto(page, page.getByLabel('Nomor laporan polisi'), 'LP/B/77/UJI');
}

async function writeChild(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Langkah 2 dari 5: Anak' }).waitFor();
  await choose(page, page.getByRole('radiogroup', { name: 'Jenis kelamin' }), 'Perempuan');
  await typeInto(page, page.getByLabel('Dasar usia'), 'Pengakuan');
  await typeInto(page, page.getByLabel('Usia menurut keterangan'), '14');
  await typeInto(page, page.getByLabel('Nama', { exact: false }).first(), child.name);
  await typeInto(page, page.getByLabel('Keberadaan anak sekarang'), child.whereabouts);
  await pressOn(page, page.getByText('Data tambahan anak'));
  await typeInto(page, page.getByLabel('NIK'), child.nik);
  await typeInto(page, page.getByLabel('Alamat tempat tinggal'), child.address);
  await typeInto(page, page.getByLabel('Nama wali'), child.guardian);
  await typeInto(page, page.getByLabel('Hubungan wali'), 'Orang tua');
}

async function writePattern(page: Page): Promise<void> {
  const box = (group: string, name: string) =>
    page.getByRole('group', { name: group }).getByRole('checkbox', { name });
  await tick(page, box('Dugaan jenis eksploitasi', 'Eksploitasi seksual komersial anak'));
  await tick(page, box('Cara perekrutan', 'Ditawarkan lewat aplikasi'));
  await tick(page, box('Jenis aplikasi', 'Aplikasi percakapan berbasis lokasi'));
  await tick(page, box('Faktor pemicu', 'Pergaulan'));
}

async function writeReporter(page: Page): Promise<void> {
  await typeInto(page, page.getByLabel('Pelapor adalah'), 'Petugas');
  await typeInto(page, page.getByLabel('Ditujukan kepada'), recipient);
}

/** Sends what was written and gives the number that can be read out. */
export async function sendReport(page: Page): Promise<string> {
  await pressOn(page, page.getByRole('button', { name: 'Kirim laporan' }));
  await page.getByRole('heading', { level: 1, name: 'Laporan diterima' }).waitFor();
  return (await page.getByText(/^L-[0-9A-Z]{8}-[0-9A-Z]$/).textContent()) ?? '';
}

/** From the front page: opens the report, accepts it and confirms, without a mouse. Gives the number of the case. */
export async function acceptOnScreen(page: Page, reportNumber: string): Promise<string> {
  await page.getByRole('link', { name: `Tapis laporan ${reportNumber}` }).click();
  await page.getByRole('button', { name: 'Terima dan buka kasus' }).click();
  await choose(page, page.getByRole('radiogroup', { name: 'Tingkat risiko' }), 'Tinggi');
  await typeInto(page, page.getByLabel('Instansi yang berwenang'), 'UPTD PPA');
  await pressOn(page, page.getByRole('button', { name: 'Lanjut' }));
  await page.getByRole('heading', { name: 'Periksa sebelum melanjutkan' }).waitFor();
  await page.getByText('Kepolisian sudah mengetahui laporan ini').waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Ya, terima laporan' }));
  await page.keyboard.press('Enter');
  const link = page.getByRole('list', { name: 'Kasus dari laporan ini' }).getByRole('link');
  const number = /K-[0-9A-Z]{8}-[0-9A-Z]/.exec((await link.textContent()) ?? '')?.[0];
  if (!number) throw new Error('the report opened no case');
  return number;
}
