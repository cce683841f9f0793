import type { CodeOf, Display } from './codes/code-list.js';
import type { lawfulBasis } from './codes/lawful-basis.js';

export type LawfulBasisCode = CodeOf<typeof lawfulBasis>;

interface BasisArticle {
  /** As it is cited, and as it is sent. */
  readonly article: string;
  readonly about: Display;
  /** First day on which it may be cited, `2022-05-09`; 1 January where only the year is known. */
  readonly since: string;
}

/** Grows with every change of the table below. */
export const basisArticlesVersion = 1;

/** Articles that each basis may be cited with. Source: the field study, chapters 2.1 and 2.4. */
export const basisArticles: Readonly<Record<LawfulBasisCode, readonly BasisArticle[]>> = {
  consent: [
    {
      article: 'UU 27/2022 Pasal 20 ayat (2) huruf a',
      about: {
        en: 'Explicit consent for stated purposes',
        id: 'Persetujuan eksplisit untuk tujuan tertentu',
      },
      since: '2022-10-17',
    },
    {
      article: 'UU 27/2022 Pasal 25',
      about: { en: 'Consent of parent or guardian of a child', id: 'Persetujuan orang tua atau wali anak' },
      since: '2022-10-17',
    },
  ],
  'legal-obligation': [
    {
      article: 'UU 12/2022 Pasal 41',
      about: {
        en: 'Pass a report of sexual violence to the police within 3×24 hours',
        id: 'Meneruskan laporan kekerasan seksual kepada kepolisian dalam 3×24 jam',
      },
      since: '2022-05-09',
    },
    {
      article: 'UU 12/2022 Pasal 43',
      about: {
        en: 'Ask LPSK for protection within 1×24 hours',
        id: 'Mengajukan pelindungan kepada LPSK dalam 1×24 jam',
      },
      since: '2022-05-09',
    },
    {
      article: 'UU 11/2012 Pasal 27',
      about: {
        en: 'Ask for the social inquiry or social report',
        id: 'Meminta penelitian kemasyarakatan atau laporan sosial',
      },
      since: '2014-07-30',
    },
    {
      article: 'UU 21/2007 Pasal 52',
      about: {
        en: 'Rehabilitation and return of a trafficked person',
        id: 'Rehabilitasi dan pemulangan korban perdagangan orang',
      },
      since: '2007-04-19',
    },
    {
      article: 'UU 21/2007 Pasal 53',
      about: {
        en: 'First help for dangerous trauma or illness',
        id: 'Pertolongan pertama atas trauma atau penyakit',
      },
      since: '2007-04-19',
    },
    {
      article: 'Permenkes 68/2013 Pasal 7',
      about: { en: 'Health workers inform the police', id: 'Tenaga kesehatan memberi tahu kepolisian' },
      since: '2013-01-01',
    },
    {
      article: 'UU 27/2022 Pasal 20 ayat (2) huruf c',
      about: { en: 'Obligation under another law', id: 'Kewajiban hukum menurut peraturan lain' },
      since: '2022-10-17',
    },
  ],
  'vital-interest': [
    {
      article: 'UU 27/2022 Pasal 20 ayat (2) huruf d',
      about: { en: 'Vital interest of the data subject', id: 'Pelindungan kepentingan vital subjek data' },
      since: '2022-10-17',
    },
    {
      article: 'UU 35/2014 Pasal 59',
      about: { en: 'Special protection of a child', id: 'Pelindungan khusus bagi anak' },
      since: '2014-10-17',
    },
  ],
  'public-task': [
    {
      article: 'UU 27/2022 Pasal 20 ayat (2) huruf e',
      about: { en: 'Public service or official duty', id: 'Pelayanan publik atau kewenangan' },
      since: '2022-10-17',
    },
    {
      article: 'UU 11/2012 Pasal 91',
      about: { en: 'Refer a child to a service institution', id: 'Merujuk anak ke lembaga layanan' },
      since: '2014-07-30',
    },
    {
      article: 'UU 12/2022 Pasal 73',
      about: { en: 'Integrated service for victims', id: 'Pelayanan terpadu bagi korban' },
      since: '2022-05-09',
    },
    {
      article: 'Perpres 55/2024 Pasal 5',
      about: { en: 'Duties of the UPTD PPA', id: 'Tugas UPTD PPA' },
      since: '2024-01-01',
    },
    {
      article: 'Permen PPPA 2/2022',
      about: {
        en: 'Service standard of the protection unit',
        id: 'Standar layanan pelindungan perempuan dan anak',
      },
      since: '2022-01-01',
    },
  ],
  'court-order': [
    {
      article: 'UU 31/2014 Pasal 29A',
      about: {
        en: 'Protection of a child without the guardian’s leave, on a court’s determination',
        id: 'Pelindungan anak tanpa izin wali berdasarkan penetapan pengadilan',
      },
      since: '2014-10-17',
    },
    {
      article: 'Penetapan atau putusan pengadilan',
      about: { en: 'The order or judgment itself', id: 'Penetapan atau putusan itu sendiri' },
      since: '1945-08-17',
    },
  ],
};

/** True when the basis may be cited with this article on that day (`2025-11-03`). */
export const isArticleOf = (basis: LawfulBasisCode, article: string, day: string): boolean =>
  basisArticles[basis].some((one) => one.article === article && one.since <= day);
