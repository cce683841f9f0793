import { shareProfiles, fieldGroup } from '@rujukan/contracts';
import { eventually } from '@rujukan/testing';
import { canaries, world } from '../support/world.js';
import {
  agreePlan,
  approveClosure,
  completeHandoff,
  openCase,
  recordService,
  requestClosure,
} from './support/case-steps.js';
import { Office, type Desk } from './support/desk.js';
import {
  acceptHandoff,
  goTo,
  linesOf,
  markedInMenu,
  onPage,
  openFile,
  openFromInbox,
  panel,
  seeBothSides,
  send,
  stepsOf,
  writeReferral,
} from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';
import { picture } from './support/picture.js';
import { acceptOnScreen, child, event, sendReport, writeReport } from './support/report-steps.js';
import { hasTokenInMemory, secretsIn } from './support/traces.js';
import { askAboutCase, sentences } from './support/trail-steps.js';

jest.setTimeout(90_000);

const { api } = world();
const ofTheChild = Object.values(child);
const textOf = ({ page }: Desk): Promise<string> => page.locator('main').innerText();
const wordsIn = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));
const names = (groups: readonly (typeof fieldGroup.codes)[number][]) =>
  groups.map((group) => fieldGroup.display[group].id);

describe('one case, from the screen of the police to the screen of the auditor', () => {
  let office: Office;
  let manager: Desk;
  let shelter: Desk;
  let reportNumber: string;
  let caseNumber: string;
  let caseId: string;
  let handoffNumber: string;

  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  it('is reported by an investigator without a mouse, who gets a receipt', async () => {
    const { page, context } = await office.signIn('pol.penyidik');
    await page.getByRole('link', { name: 'Catat laporan baru' }).click();
    await onPage(page, 'Catat laporan');
    await writeReport(page, () => inspect(page));
    const lastLook = await page.locator('main').innerText();
    const written = [...ofTheChild, 'Orang tua', event.told];
    expect(wordsIn(lastLook, written)).toEqual(written);
    await inspect(page);
    reportNumber = await sendReport(page);
    await inspect(page);
    await page.getByRole('link', { name: 'Buka laporan' }).click();
    await panel(page, 'Anak ke-1').getByText(child.name).waitFor();
    await inspect(page);
    await goTo(page, 'Laporan');
    await page.getByRole('link', { name: 'Kami kirim' }).click();
    await page.getByRole('link', { name: reportNumber }).waitFor();
    const boxes = page.getByRole('navigation', { name: 'Pilihan kotak laporan' });
    expect(await boxes.locator('a[aria-current]').allTextContents()).toEqual(['Kami kirim']);
    await inspect(page);
    await context.close();
  });

  it('is accepted by the intake officer, who reads what it means before saying yes', async () => {
    const { page, context } = await office.signIn('uptd.pengaduan', 'telephone');
    await inspect(page);
    caseNumber = await acceptOnScreen(page, reportNumber);
    await page.getByRole('link', { name: `Kasus ${caseNumber}` }).click();
    await onPage(page, `Kasus ${caseNumber}`);
    await context.close();
  });

  it('hides the child until the case manager asks for the name', async () => {
    manager = await office.signIn('uptd.manajer');
    const { page } = manager;
    await openCase(page, caseNumber, () => inspect(page));
    expect(await markedInMenu(page)).toEqual(['Kasus']);
    caseId = /[0-9a-f-]{36}/.exec(page.url())![0];
    await panel(page, 'Linimasa').getByText('Kasus dibuka').waitFor();
    expect(await linesOf(page.getByRole('region', { name: 'Ringkasan kasus' }))).toEqual([
      ['Penanggung jawab'],
      ['Nama samaran', 'Status', 'Tingkat risiko', 'Kelompok usia'],
    ]);
    expect(wordsIn(await textOf(manager), ofTheChild)).toEqual([]);
    await inspect(page);
    const file = await openFile(page);
    await file.getByText(child.name).waitFor();
    await inspect(page);
    await file.getByRole('button', { name: 'Sembunyikan sekarang' }).click();
    await page.getByText(child.name).waitFor({ state: 'detached' });
  });

  it('goes to a shelter, after the manager has seen what the shelter will see', async () => {
    const { page } = manager;
    await writeReferral(page, /Rumah aman Enggang/);
    await seeBothSides(page);
    const after = panel(page, 'Ini yang akan mereka lihat').getByRole('region', { name: 'Sesudah menerima' });
    expect(await after.getByRole('listitem').allTextContents()).toEqual(
      names(shareProfiles['shelter-placement'].fieldGroups),
    );
    await inspect(page);
    handoffNumber = await send(page, 'Kirim rujukan');
    await panel(page, 'Siapa yang harus bertindak').getByText('Terkirim', { exact: true }).waitFor();
    expect(await markedInMenu(page)).toEqual(['Terkirim']);
    await inspect(page);
  });

  it('reaches the shelter as an envelope in which nobody can be recognised', async () => {
    shelter = await office.signIn('ngo.pengelola', 'telephone');
    const { page } = shelter;
    await page.getByRole('link', { name: `Jawab rujukan ${handoffNumber}` }).waitFor();
    await picture(page, 'today-360');
    await openFromInbox(page, handoffNumber);
    await panel(page, 'Identitas belum dibuka').waitFor();
    expect(await markedInMenu(page)).toEqual(['Kotak masuk']);
    expect(wordsIn(await textOf(shelter), [...ofTheChild, caseNumber])).toEqual([]);
    await inspect(page);
    await picture(page, 'handoff-1280');
    await page.goBack();
    await page.getByRole('link', { name: handoffNumber }).waitFor();
    await inspect(page);
    await picture(page, 'inbox-360');
  });

  it('opens exactly the fields of the share profile once the shelter has accepted', async () => {
    const { page } = shelter;
    await page.getByRole('link', { name: handoffNumber }).click();
    await acceptHandoff(page);
    await panel(manager.page, 'Siapa yang harus bertindak').getByText('Diterima', { exact: true }).waitFor();
    expect(await stepsOf(manager.page)).toEqual(['Terkirim', 'Diterima', 'Dalam layanan', 'Selesai']);
    await page.getByRole('link', { name: `Buka kasus ${caseNumber}` }).click();
    const file = await openFile(page);
    expect(await file.locator('dt').allTextContents()).toEqual([
      'Nama',
      'Jenis kelamin',
      'Usia menurut keterangan (tahun)',
      'Dasar usia',
      'Nama wali',
      'Hubungan wali dengan anak',
      'Apakah anak aman sekarang?',
    ]);
    expect(wordsIn(await textOf(shelter), ofTheChild)).toEqual([child.name, child.guardian]);
  });

  it('is served and given back with an outcome', async () => {
    const { page } = shelter;
    await recordService(page, () => inspect(page));
    await completeHandoff(page, handoffNumber);
    await page.getByText('Akses lewat rujukan ini sudah berakhir.').waitFor();
  });

  it('is planned, and ends only when a second person agrees', async () => {
    const { page } = manager;
    await openCase(page, caseNumber);
    await agreePlan(page, () => inspect(page));
    await picture(page, 'case-1280');
    await picture(page, 'case-360');
    await requestClosure(page, () => inspect(page));
    const supervisor = await office.signIn('uptd.penyelia');
    await inspect(supervisor.page);
    await approveClosure(supervisor.page, caseNumber, () => inspect(supervisor.page));
    await supervisor.context.close();
    await eventually('the end of the custody', async () => {
      const custody = await api.as('uptd.manajer').get('referral', `/v1/cases/${caseId}`);
      return custody.status === 'closed';
    });
    await openCase(page, caseNumber);
    await page.getByText('Kasus ini sudah ditutup. Riwayatnya tetap dapat dibaca.').waitFor();
  });

  it('is told to the auditor in sentences, denials too, and without a word of the child', async () => {
    await api.as('bapas.pk').get('intake', `/v1/cases/${caseId}`, { expect: [404] });
    const auditor = await office.signIn('insp.auditor');
    const { page } = auditor;
    await page.getByRole('link', { name: 'Buka jejak audit' }).click();
    await askAboutCase(page, caseId, 'Ditolak');
    expect((await sentences(page)).join('\n')).toMatch(
      /^Petugas \w+ \(.+\) dari Bapas Pontianak \(Demo\) ditolak ketika hendak membaca berkas kasus/m,
    );
    await picture(page, 'trail-1280');
    await askAboutCase(page, caseId, 'Semua hasil');
    const told = (await sentences(page)).join('\n');
    for (const act of [
      'mencatat laporan',
      'menerima laporan dan membuka kasus',
      'membaca berkas kasus',
      'mengirim rujukan',
      'menerima rujukan',
      'menyelesaikan rujukan',
      'menyepakati rencana layanan',
      'menyetujui penutupan kasus',
    ])
      expect(told).toContain(act);
    expect(told).not.toMatch(/\([a-z-]+\.[a-z-]+\)/); // an act that is told by its code
    expect(wordsIn(told, ofTheChild)).toEqual([]);
    await inspect(page);
  });

  it('leaves no name in addresses, titles or the browser, no token where a script could find it, and no error', async () => {
    const words = [...ofTheChild, ...canaries];
    const told = [...office.urls, ...office.titles].map((text) =>
      decodeURIComponent(text.replaceAll('+', ' ')),
    );
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((text) => wordsIn(text, words).length > 0)).toEqual([]);
    for (const { page } of [manager, shelter]) expect(await secretsIn(page, words)).toEqual([]);
    await manager.page.reload(); // what the checks themselves left in its memory is not the portal's
    await onPage(manager.page, `Kasus ${caseNumber}`);
    expect(await hasTokenInMemory(manager)).toBe(false);
    const cookies = await manager.context.cookies(office.url);
    expect(cookies).toMatchObject([
      { name: 'rujukan-session', httpOnly: true, sameSite: 'Strict', path: '/' },
    ]);
    expect(office.problems).toEqual([]);
  });
});
