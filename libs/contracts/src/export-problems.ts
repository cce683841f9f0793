import type { Problem } from './problem.js';

/** Refusals that have to do with entries of the log that are taken out as files. */
export const exportProblems = {
  'export-empty': {
    status: 409,
    title: { en: 'No entry matches these criteria', id: 'Tidak ada catatan yang cocok dengan kriteria ini' },
  },
  'export-too-large': {
    status: 409,
    title: {
      en: 'Too many entries match; narrow the criteria, for example to a shorter time',
      id: 'Terlalu banyak catatan yang cocok; persempit kriterianya, misalnya rentang waktunya',
    },
  },
  'export-not-waiting': {
    status: 409,
    title: { en: 'This export waits for no approval', id: 'Ekspor ini tidak menunggu persetujuan' },
  },
  'export-not-ready': {
    status: 409,
    title: { en: 'The file is not ready yet', id: 'Berkasnya belum siap' },
  },
  'export-purged': {
    status: 410,
    title: {
      en: 'The file was deleted after its time; ask for it anew',
      id: 'Berkas sudah dihapus setelah masa simpannya; ajukan ekspor baru',
    },
  },
} as const satisfies Record<string, Problem>;
