/** A day on which offices are closed although it is no weekend. */
export interface Holiday {
  /** `2026-03-19`, as the calendar on the wall says it. */
  readonly day: string;
  readonly name: string;
  /** National holiday, or joint leave (cuti bersama), which closes government offices just the same. */
  readonly kind: 'national' | 'joint-leave';
}

const national = (day: string, name: string): Holiday => ({ day, name, kind: 'national' });
const leave = (day: string, name: string): Holiday => ({ day, name, kind: 'joint-leave' });

/** Joint decree 1017/2, 2024 of the ministers of religion, labour and state apparatus, as amended by 933/1/3 of 2025. */
const year2025: readonly Holiday[] = [
  national('2025-01-01', 'Tahun Baru 2025 Masehi'),
  national('2025-01-27', 'Isra Mikraj Nabi Muhammad SAW'),
  leave('2025-01-28', 'Tahun Baru Imlek 2576 Kongzili'),
  national('2025-01-29', 'Tahun Baru Imlek 2576 Kongzili'),
  leave('2025-03-28', 'Hari Suci Nyepi'),
  national('2025-03-29', 'Hari Suci Nyepi (Tahun Baru Saka 1947)'),
  national('2025-03-31', 'Idulfitri 1446 Hijriah'),
  national('2025-04-01', 'Idulfitri 1446 Hijriah'),
  leave('2025-04-02', 'Idulfitri 1446 Hijriah'),
  leave('2025-04-03', 'Idulfitri 1446 Hijriah'),
  leave('2025-04-04', 'Idulfitri 1446 Hijriah'),
  leave('2025-04-07', 'Idulfitri 1446 Hijriah'),
  national('2025-04-18', 'Wafat Yesus Kristus'),
  national('2025-04-20', 'Kebangkitan Yesus Kristus (Paskah)'),
  national('2025-05-01', 'Hari Buruh Internasional'),
  national('2025-05-12', 'Hari Raya Waisak 2569 BE'),
  leave('2025-05-13', 'Hari Raya Waisak 2569 BE'),
  national('2025-05-29', 'Kenaikan Yesus Kristus'),
  leave('2025-05-30', 'Kenaikan Yesus Kristus'),
  national('2025-06-01', 'Hari Lahir Pancasila'),
  national('2025-06-06', 'Iduladha 1446 Hijriah'),
  leave('2025-06-09', 'Iduladha 1446 Hijriah'),
  national('2025-06-27', '1 Muharam Tahun Baru Islam 1447 Hijriah'),
  national('2025-08-17', 'Proklamasi Kemerdekaan'),
  leave('2025-08-18', 'Proklamasi Kemerdekaan'),
  national('2025-09-05', 'Maulid Nabi Muhammad SAW'),
  national('2025-12-25', 'Kelahiran Yesus Kristus'),
  leave('2025-12-26', 'Kelahiran Yesus Kristus'),
];

/** Joint decree 1497/2/5, 2025 of the same ministers. */
const year2026: readonly Holiday[] = [
  national('2026-01-01', 'Tahun Baru 2026 Masehi'),
  national('2026-01-16', 'Isra Mikraj Nabi Muhammad SAW'),
  leave('2026-02-16', 'Tahun Baru Imlek 2577 Kongzili'),
  national('2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'),
  leave('2026-03-18', 'Hari Suci Nyepi'),
  national('2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)'),
  leave('2026-03-20', 'Idulfitri 1447 Hijriah'),
  national('2026-03-21', 'Idulfitri 1447 Hijriah'),
  national('2026-03-22', 'Idulfitri 1447 Hijriah'),
  leave('2026-03-23', 'Idulfitri 1447 Hijriah'),
  leave('2026-03-24', 'Idulfitri 1447 Hijriah'),
  national('2026-04-03', 'Wafat Yesus Kristus'),
  national('2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'),
  national('2026-05-01', 'Hari Buruh Internasional'),
  national('2026-05-14', 'Kenaikan Yesus Kristus'),
  leave('2026-05-15', 'Kenaikan Yesus Kristus'),
  national('2026-05-27', 'Iduladha 1447 Hijriah'),
  leave('2026-05-28', 'Iduladha 1447 Hijriah'),
  national('2026-05-31', 'Hari Raya Waisak 2570 BE'),
  national('2026-06-01', 'Hari Lahir Pancasila'),
  national('2026-06-16', '1 Muharam Tahun Baru Islam 1448 Hijriah'),
  national('2026-08-17', 'Proklamasi Kemerdekaan'),
  national('2026-08-25', 'Maulid Nabi Muhammad SAW'),
  leave('2026-12-24', 'Kelahiran Yesus Kristus'),
  national('2026-12-25', 'Kelahiran Yesus Kristus'),
];

/**
 * Days off by joint decree; a year is added here when its decree is published. In a year that is not listed only
 * weekends count as free: the deadline is then the earlier one, which nobody suffers from but whoever must act.
 */
export const holidays: readonly Holiday[] = [...year2025, ...year2026];
