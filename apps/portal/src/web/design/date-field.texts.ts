import { texts } from '../app/language/texts.js';

export const dateTexts = texts({
  id: {
    day: 'Tanggal',
    month: 'Bulan',
    year: 'Tahun',
    hour: 'Jam',
    minute: 'Menit',
    exampleDay: 'Contoh: 3 11 2025 untuk 3 November 2025.',
    exampleClock: 'Contoh: 3 11 2025, jam 14 30.',
    required: (label: string) => `Isi: ${label}`,
    wrongDate: (label: string) => `${label}: isi tanggal, bulan, dan tahun yang ada di kalender`,
    wrongClock: (label: string) => `${label}: isi jam 0–23 dan menit 0–59`,
  },
  en: {
    day: 'Day',
    month: 'Month',
    year: 'Year',
    hour: 'Hour',
    minute: 'Minute',
    exampleDay: 'For example 3 11 2025 for 3 November 2025.',
    exampleClock: 'For example 3 11 2025, at 14 30.',
    required: (label: string) => `Fill in: ${label}`,
    wrongDate: (label: string) => `${label}: fill in a day, month and year that the calendar has`,
    wrongClock: (label: string) => `${label}: fill in an hour from 0 to 23 and a minute from 0 to 59`,
  },
});
