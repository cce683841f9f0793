import type { CodeOf, Display } from './codes/code-list.js';
import type { lawfulBasis } from './codes/lawful-basis.js';
import { shareProfileCodes, type ShareProfileCode } from './share-profiles.js';
import type { AgencyType, ServiceType } from './sharing/share-profile.js';

export type LawfulBasisCode = CodeOf<typeof lawfulBasis>;

/** What of a handoff decides which articles fit it, as far as it is known. */
export interface CitedUse {
  readonly shareProfile?: ShareProfileCode;
  readonly serviceType?: ServiceType;
  readonly receiverType?: AgencyType;
}

/** What an article speaks of: everything that is named must hold; what is not named is not bounded. */
export interface ArticleScope {
  readonly shareProfiles?: readonly ShareProfileCode[];
  readonly serviceTypes?: readonly ServiceType[];
  readonly receiverTypes?: readonly AgencyType[];
}

export interface BasisArticle {
  /** As it is cited, and as it is sent. */
  readonly article: string;
  readonly about: Display;
  /** First day on which it may be cited, `2022-05-09`; 1 January where only the year is known. */
  readonly since: string;
  /** What it may be cited for. */
  readonly citedFor: ArticleScope;
  /** True where the duty stands whatever the child or the family said: a recorded refusal does not hold it up. */
  readonly outweighsRefusal?: true;
}

/** Speaks of data or of duties in general, not of one service. */
const anything: ArticleScope = {};

/** What is done for a child, and what police and probation need for their own inquiry is not. */
const services: ArticleScope = {
  shareProfiles: shareProfileCodes.filter((code) => code !== 'police-report' && code !== 'social-inquiry'),
};

/** Grows with every change of the table below. */
export const basisArticlesVersion = 2;

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
      citedFor: anything,
    },
    {
      article: 'UU 27/2022 Pasal 25',
      about: { en: 'Consent of parent or guardian of a child', id: 'Persetujuan orang tua atau wali anak' },
      since: '2022-10-17',
      citedFor: anything,
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
      citedFor: { shareProfiles: ['police-report'], receiverTypes: ['police-wcpu', 'police-regional'] },
      outweighsRefusal: true,
    },
    {
      article: 'UU 12/2022 Pasal 43',
      about: {
        en: 'Ask LPSK for protection within 1×24 hours',
        id: 'Mengajukan pelindungan kepada LPSK dalam 1×24 jam',
      },
      since: '2022-05-09',
      citedFor: { shareProfiles: ['witness-protection'], receiverTypes: ['witness-victim-agency'] },
      outweighsRefusal: true,
    },
    {
      article: 'UU 11/2012 Pasal 27',
      about: {
        en: 'Ask for the social inquiry or social report',
        id: 'Meminta penelitian kemasyarakatan atau laporan sosial',
      },
      since: '2014-07-30',
      citedFor: { serviceTypes: ['social-report', 'social-inquiry'] },
      outweighsRefusal: true,
    },
    {
      article: 'UU 21/2007 Pasal 52',
      about: {
        en: 'Rehabilitation and return of a trafficked person',
        id: 'Rehabilitasi dan pemulangan korban perdagangan orang',
      },
      since: '2007-04-19',
      citedFor: {
        serviceTypes: [
          'medical-care',
          'counselling',
          'psychiatric-care',
          'social-rehabilitation',
          'return-home',
          'reintegration',
        ],
      },
    },
    {
      article: 'UU 21/2007 Pasal 53',
      about: {
        en: 'First help for dangerous trauma or illness',
        id: 'Pertolongan pertama atas trauma atau penyakit',
      },
      since: '2007-04-19',
      citedFor: { serviceTypes: ['medical-care', 'psychological-first-aid', 'psychiatric-care'] },
    },
    {
      article: 'Permenkes 68/2013 Pasal 7',
      about: { en: 'Health workers inform the police', id: 'Tenaga kesehatan memberi tahu kepolisian' },
      since: '2013-01-01',
      citedFor: { shareProfiles: ['police-report'], receiverTypes: ['police-wcpu', 'police-regional'] },
      outweighsRefusal: true,
    },
    {
      article: 'UU 27/2022 Pasal 20 ayat (2) huruf c',
      about: { en: 'Obligation under another law', id: 'Kewajiban hukum menurut peraturan lain' },
      since: '2022-10-17',
      citedFor: anything,
    },
  ],
  'vital-interest': [
    {
      article: 'UU 27/2022 Pasal 20 ayat (2) huruf d',
      about: { en: 'Vital interest of the data subject', id: 'Pelindungan kepentingan vital subjek data' },
      since: '2022-10-17',
      citedFor: anything,
    },
    {
      article: 'UU 35/2014 Pasal 59',
      about: { en: 'Special protection of a child', id: 'Pelindungan khusus bagi anak' },
      since: '2014-10-17',
      citedFor: anything,
    },
  ],
  'public-task': [
    {
      article: 'UU 27/2022 Pasal 20 ayat (2) huruf e',
      about: { en: 'Public service or official duty', id: 'Pelayanan publik atau kewenangan' },
      since: '2022-10-17',
      citedFor: anything,
    },
    {
      article: 'UU 11/2012 Pasal 91',
      about: { en: 'Refer a child to a service institution', id: 'Merujuk anak ke lembaga layanan' },
      since: '2014-07-30',
      citedFor: services,
    },
    {
      article: 'UU 12/2022 Pasal 73',
      about: { en: 'Integrated service for victims', id: 'Pelayanan terpadu bagi korban' },
      since: '2022-05-09',
      citedFor: services,
    },
    {
      article: 'Perpres 55/2024 Pasal 5',
      about: { en: 'Duties of the UPTD PPA', id: 'Tugas UPTD PPA' },
      since: '2024-01-01',
      citedFor: services,
    },
    {
      article: 'Permen PPPA 2/2022',
      about: {
        en: 'Service standard of the protection unit',
        id: 'Standar layanan pelindungan perempuan dan anak',
      },
      since: '2022-01-01',
      citedFor: services,
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
      citedFor: { shareProfiles: ['witness-protection'], receiverTypes: ['witness-victim-agency'] },
    },
    {
      article: 'Penetapan atau putusan pengadilan',
      about: { en: 'The order or judgment itself', id: 'Penetapan atau putusan itu sendiri' },
      since: '1945-08-17',
      citedFor: anything,
    },
  ],
};

/** The article as it is cited, where it is one of this basis and in force on that day (`2025-11-03`). */
export const articleOf = (basis: LawfulBasisCode, article: string, day: string): BasisArticle | undefined =>
  basisArticles[basis].find((one) => one.article === article && one.since <= day);

/** Articles of a basis that speak of such a handoff. */
export const articlesFor = (basis: LawfulBasisCode, use: CitedUse): readonly BasisArticle[] =>
  basisArticles[basis].filter((one) => isCitedFor(one, use));

/** True when the article speaks of such a handoff; what is not known yet does not speak against it. */
export const isCitedFor = ({ citedFor }: Pick<BasisArticle, 'citedFor'>, use: CitedUse): boolean =>
  holds(citedFor.shareProfiles, use.shareProfile) &&
  holds(citedFor.serviceTypes, use.serviceType) &&
  holds(citedFor.receiverTypes, use.receiverType);

const holds = <Code extends string>(named: readonly Code[] | undefined, code: Code | undefined): boolean =>
  named === undefined || code === undefined || named.includes(code);
