import type { Problem } from './problem.js';

/** Refusals that have to do with handing a case on. */
export const handoffProblems = {
  'not-custodian': {
    status: 403,
    title: {
      en: 'Only the agency responsible for the case may do this',
      id: 'Hanya instansi penanggung jawab kasus yang dapat melakukan ini',
    },
  },
  'not-receiver': {
    status: 403,
    title: {
      en: 'Only the agency that was asked may answer',
      id: 'Hanya instansi tujuan yang dapat menjawab',
    },
  },
  'not-sender': {
    status: 403,
    title: {
      en: 'Only the agency that sent it may do this',
      id: 'Hanya instansi pengirim yang dapat melakukan ini',
    },
  },
  'stale-epoch': {
    status: 412,
    title: {
      en: 'Custody of the case has moved since; load it again',
      id: 'Penanggung jawab kasus sudah berganti; muat ulang',
    },
  },
  'custody-changing': {
    status: 409,
    title: {
      en: 'A transfer of this case is waiting for an answer',
      id: 'Pelimpahan kasus ini sedang menunggu jawaban',
    },
  },
  'handoff-to-self': {
    status: 409,
    title: {
      en: 'Choose another agency; this case is with you already',
      id: 'Pilih instansi lain; kasus ini sudah di instansi Anda',
    },
  },
  'unknown-agency': {
    status: 409,
    title: { en: 'This agency is not in the directory', id: 'Instansi ini tidak ada di direktori' },
  },
  'service-not-offered': {
    status: 409,
    title: { en: 'The agency does not offer this service', id: 'Instansi itu tidak menyediakan layanan ini' },
  },
  'service-blocked': {
    status: 409,
    title: {
      en: 'This service must not be used for such cases',
      id: 'Layanan ini tidak boleh dipakai untuk kasus seperti ini',
    },
  },
  'share-profile-mismatch': {
    status: 409,
    title: {
      en: 'This share profile does not fit the service',
      id: 'Profil berbagi data ini tidak sesuai dengan layanan',
    },
  },
  'sharing-not-allowed': {
    status: 409,
    title: {
      en: 'This kind of agency may not have all that the share profile sends; choose another profile or receiver',
      id: 'Jenis instansi itu tidak boleh menerima semua data dalam profil ini; pilih profil atau penerima lain',
    },
  },
  'already-offered': {
    status: 409,
    title: {
      en: 'The same handoff is waiting for an answer already',
      id: 'Rujukan yang sama sudah menunggu jawaban',
    },
  },
  'illegal-transition': {
    status: 409,
    title: {
      en: 'This step is not possible in the present state',
      id: 'Langkah ini tidak dapat dilakukan pada status sekarang',
    },
  },
  'handoff-not-running': {
    status: 409,
    title: {
      en: 'The handoff is not running, so there is no progress to report',
      id: 'Rujukan ini tidak sedang berjalan, jadi belum ada perkembangan yang dilaporkan',
    },
  },
  'agreement-missing': {
    status: 409,
    title: {
      en: 'There is no data-sharing agreement between the two agencies',
      id: 'Belum ada perjanjian berbagi data antara kedua instansi',
    },
  },
  'agreement-expired': {
    status: 409,
    title: {
      en: 'The data-sharing agreement between the two agencies has ended; renew it or choose another agency',
      id: 'Perjanjian berbagi data antara kedua instansi sudah berakhir; perbarui atau pilih instansi lain',
    },
  },
  'not-eligible': {
    status: 409,
    title: {
      en: 'The service does not take children of this age or sex; choose another',
      id: 'Layanan itu tidak menerima anak dengan usia atau jenis kelamin ini; pilih yang lain',
    },
  },
  'not-provider': {
    status: 403,
    title: {
      en: 'Only the agency that gives the service may do this',
      id: 'Hanya instansi pemberi layanan yang dapat melakukan ini',
    },
  },
  'worker-not-at-desk': {
    status: 409,
    title: {
      en: 'This person has not worked at the desk of your agency; they open its list once, then it can be given to them',
      id: 'Orang ini belum pernah bertugas di meja instansi Anda; mintalah ia membuka kotak masuk sekali',
    },
  },
  'already-claimed': {
    status: 409,
    title: {
      en: 'A colleague is on it already',
      id: 'Rekan Anda sudah menangani ini',
    },
  },
  'handoff-over': {
    status: 409,
    title: { en: 'This handoff is over', id: 'Rujukan ini sudah berakhir' },
  },
  'already-signed': {
    status: 409,
    title: { en: 'Your agency has signed already', id: 'Instansi Anda sudah menandatangani' },
  },
  'rollback-too-late': {
    status: 409,
    title: {
      en: 'A transfer can be rolled back within seven days of its acceptance',
      id: 'Pelimpahan hanya dapat dikembalikan dalam tujuh hari sejak diterima',
    },
  },
} as const satisfies Record<string, Problem>;
