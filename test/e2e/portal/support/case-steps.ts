import type { Page } from 'playwright-core';
import { goTo, onPage, panel } from './handoff-steps.js';
import { pressOn } from './keyboard.js';

type Look = () => Promise<void>;

/** By the list of cases; `onList` looks at the list. */
export async function openCase(page: Page, number: string, onList: Look = async () => {}): Promise<void> {
  await goTo(page, 'Kasus');
  await page.getByRole('link', { name: number }).waitFor();
  await onList();
  await page.getByRole('link', { name: number }).click();
  await onPage(page, `Kasus ${number}`);
}

/** From the case page: the first contact with the child. */
export async function recordService(page: Page, onForm: Look): Promise<void> {
  await page.getByRole('link', { name: 'Catat layanan' }).click();
  await onPage(page, 'Catat layanan');
  await page.getByRole('button', { name: 'Simpan layanan' }).waitFor();
  await onForm();
  await page.getByRole('textbox', { name: 'Catatan' }).fill('Anak tiba bersama pendamping.');
  await page.getByRole('button', { name: 'Simpan layanan' }).click();
  await panel(page, 'Rencana dan layanan').getByText('Penampungan sementara: Terlaksana').waitFor();
}

/** From the case page: how the referral ended, once the sender knows that it began. */
export async function completeHandoff(page: Page, number: string): Promise<void> {
  await panel(page, 'Rujukan kasus ini').getByRole('link', { name: number }).click();
  const state = panel(page, 'Siapa yang harus bertindak');
  await state.getByText('Dalam layanan', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Catat hasil dan selesaikan' }).click();
  await page.getByRole('radio', { name: 'Layanan diberikan' }).check();
  await page.getByRole('button', { name: 'Selesaikan rujukan' }).click();
  await state.getByText('Selesai', { exact: true }).waitFor();
}

/** From the case page. */
export async function agreePlan(page: Page, onForm: Look): Promise<void> {
  await page.getByRole('link', { name: 'Susun rencana layanan' }).click();
  await page.getByRole('button', { name: 'Simpan rencana' }).waitFor();
  const end = page.getByRole('group', { name: 'Rencana selesai' });
  await end.getByLabel('Tanggal').fill('31');
  await end.getByLabel('Bulan').fill('2');
  await end.getByLabel('Tahun').fill('2027');
  await page.getByRole('button', { name: 'Simpan rencana' }).click();
  await page.getByRole('link', { name: 'Rencana selesai: isi tanggal, bulan, dan tahun' }).click();
  await onForm();
  await page.keyboard.type('28');
  await page.getByRole('textbox', { name: 'Tujuan' }).fill('Aman dan tetap bersekolah.');
  await page.getByRole('textbox', { name: 'Langkah' }).fill('Konseling mingguan\nPengaturan sekolah');
  await page.getByRole('button', { name: 'Simpan rencana' }).click();
  const support = panel(page, 'Rencana dan layanan');
  await support.getByText('Konseling mingguan').waitFor();
  await support.getByText('28 Februari 2027').waitFor();
}

/** From the case page: asks for its end, and waits until it stands there. */
export async function requestClosure(page: Page, onForm: Look): Promise<void> {
  await page.getByRole('link', { name: 'Ajukan penutupan' }).click();
  await onPage(page, 'Ajukan penutupan');
  await onForm();
  await page.getByRole('radio', { name: 'Tujuan layanan tercapai' }).check();
  await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
  await page.getByRole('button', { name: 'Ya, ajukan penutupan' }).click();
  await page.getByText('Penutupan diajukan dan menunggu persetujuan penyelia.').waitFor();
}

/** The second pair of eyes, without a mouse. */
export async function approveClosure(page: Page, caseNumber: string, onForm: Look): Promise<void> {
  await goTo(page, 'Persetujuan');
  const request = panel(page, `Kasus ${caseNumber}`);
  await pressOn(page, request.getByRole('button', { name: 'Setujui penutupan' }));
  await onForm();
  await pressOn(page, request.getByRole('button', { name: 'Ya, tutup kasus' }));
  await request.waitFor({ state: 'detached' });
}
