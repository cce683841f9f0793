// @ts-check

/** Synthetic children of the demo stories: invented, with ids of a sub-district that does not exist. */
export const zamrud = {
  name: 'Zamrud Contoh',
  sex: 'female',
  birthDate: '2010-03-14',
  ageCertainty: 'documented',
  nik: '6171995403100001',
  residence: { areaCode: '61.71.02', address: 'Jalan Percobaan 1' },
  guardian: { name: 'Intan Contoh', relationship: 'parent', isSuspect: false },
  currentLocation: 'Polresta, ruang tunggu',
  languages: ['id'],
  hasDisability: false,
};

export const pandan = {
  name: 'Pandan Contoh',
  sex: 'female',
  birthDate: '2011-06-19',
  ageCertainty: 'documented',
  nik: '6171995906110007',
  residence: { areaCode: '61.71.03', address: 'Jalan Percobaan 7' },
  guardian: { name: 'Lontar Contoh', relationship: 'parent', isSuspect: false },
  currentLocation: 'Polresta, ruang tunggu',
  languages: ['id'],
  hasDisability: false,
};

export const sagu = {
  name: 'Sagu Contoh',
  sex: 'male',
  birthDate: '2011-01-12',
  ageCertainty: 'stated',
  nik: '6171991201110011',
  residence: { areaCode: '61.71.05' },
  guardian: { name: 'Rumbia Contoh', relationship: 'parent', isSuspect: false },
  languages: ['id'],
  hasDisability: false,
};

export const tembesu = {
  name: 'Tembesu Contoh',
  sex: 'female',
  birthDate: '2009-01-25',
  ageCertainty: 'documented',
  nik: '6172996501090008',
  residence: { areaCode: '61.72.02', address: 'Jalan Percobaan 8' },
  guardian: { name: 'Meranti Contoh', relationship: 'parent', isSuspect: false },
  currentLocation: 'Kantor penerima laporan',
  languages: ['id'],
  hasDisability: false,
};

export const sungkai = {
  name: 'Sungkai Contoh',
  sex: 'female',
  birthDate: '2009-06-23',
  ageCertainty: 'documented',
  nik: '6171996306090012',
  residence: { areaCode: '61.71.04', address: 'Jalan Percobaan 11' },
  guardian: { name: 'Bengkirai Contoh', relationship: 'parent', isSuspect: false },
  languages: ['id'],
  hasDisability: false,
};

export const ulin = {
  name: 'Ulin Contoh',
  sex: 'female',
  birthDate: '2009-12-01',
  ageCertainty: 'documented',
  nik: '6171994112090013',
  residence: { areaCode: '61.71.06', address: 'Jalan Percobaan 12' },
  guardian: { name: 'Ramin Contoh', relationship: 'parent', isSuspect: false },
  languages: ['id'],
  hasDisability: false,
};
