import { texts } from '../../app/language/texts.js';

/** The parts of a sentence about an act; what the act is called is in libs/contracts. */
export const actTexts = texts({
  id: {
    otherC: (type: string) => `membuat data (${type})`,
    otherR: (type: string) => `membaca data (${type})`,
    otherU: (type: string) => `mengubah data (${type})`,
    otherD: (type: string) => `menghapus data (${type})`,
    otherE: (type: string) => `menjalankan tindakan (${type})`,
    person: (code: string, role: string) => `Petugas ${code}${role}`,
    anonymous: 'Seseorang yang tidak dikenal',
    system: (name: string) => `Sistem (${name})`,
    agencySystem: (code: string) => `Sistem instansi ${code}`,
    of: (agency: string) => ` dari ${agency}`,
    about: (count: number) => (count === 1 ? ' tentang satu kasus' : ` tentang ${count} kasus`),
    denied: (who: string, act: string, why: string) => `${who} ditolak ketika hendak ${act}${why}.`,
    failed: (who: string, act: string) => `${who} gagal ${act}.`,
    done: (who: string, act: string) => `${who} ${act}.`,
    often: (who: string, count: number, about: string, acts: string) =>
      `${who}, ${count} kali${about}: ${acts}.`,
    because: (why: string) => `: ${why}`,
    notFound: 'instansinya tidak terlibat, atau datanya tidak ada',
    forbidden: 'perannya tidak mengizinkan',
    unauthenticated: 'belum masuk',
  },
  en: {
    otherC: (type: string) => `created data (${type})`,
    otherR: (type: string) => `read data (${type})`,
    otherU: (type: string) => `changed data (${type})`,
    otherD: (type: string) => `deleted data (${type})`,
    otherE: (type: string) => `carried out an act (${type})`,
    person: (code: string, role: string) => `Worker ${code}${role}`,
    anonymous: 'Somebody unknown',
    system: (name: string) => `System (${name})`,
    agencySystem: (code: string) => `Agency system ${code}`,
    of: (agency: string) => ` of ${agency}`,
    about: (count: number) => (count === 1 ? ' about one case' : ` about ${count} cases`),
    denied: (who: string, act: string, why: string) => `${who} was denied. The act: ${act}${why}.`,
    failed: (who: string, act: string) => `${who} failed. The act: ${act}.`,
    done: (who: string, act: string) => `${who} ${act}.`,
    often: (who: string, count: number, about: string, acts: string) =>
      `${who}, ${count} times${about}: ${acts}.`,
    because: (why: string) => `; ${why}`,
    notFound: 'the agency takes no part in it, or it does not exist',
    forbidden: 'the role does not allow it',
    unauthenticated: 'not signed in',
  },
});

export type ActTexts = (typeof actTexts)['id'];
