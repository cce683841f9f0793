/** Kecamatan by Kemendagri code; the finest place that may leave a case file without identity. */
export const regions = {
  '61.71.01': 'Pontianak Selatan',
  '61.71.02': 'Pontianak Timur',
  '61.71.03': 'Pontianak Barat',
  '61.71.04': 'Pontianak Utara',
  '61.71.05': 'Pontianak Kota',
  '61.71.06': 'Pontianak Tenggara',
  '61.12.01': 'Sungai Raya (Kubu Raya)',
  '61.12.02': 'Kuala Mandor B (Kubu Raya)',
  '61.12.03': 'Sungai Ambawang (Kubu Raya)',
  '61.12.04': 'Terentang (Kubu Raya)',
  '61.12.05': 'Batu Ampar (Kubu Raya)',
  '61.12.06': 'Kubu (Kubu Raya)',
  '61.12.07': 'Rasau Jaya (Kubu Raya)',
  '61.12.08': 'Teluk Pakedai (Kubu Raya)',
  '61.12.09': 'Sungai Kakap (Kubu Raya)',
  '61.72.01': 'Singkawang Tengah',
  '61.72.02': 'Singkawang Barat',
  '61.72.03': 'Singkawang Timur',
  '61.72.04': 'Singkawang Utara',
  '61.72.05': 'Singkawang Selatan',
} as const;

export type RegionCode = keyof typeof regions;

export const regionCodes = Object.keys(regions) as [RegionCode, ...RegionCode[]];
