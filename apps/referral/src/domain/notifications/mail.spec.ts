import { notificationKind } from '@rujukan/contracts';
import { later } from '../fixtures/a-handoff.js';
import { mailSubject, mailText, nextAttempt } from './mail.js';

describe('a mail to a desk', () => {
  it('says that there is something to see', () => {
    expect(mailText({ 'new-task': 1 })).toBe('Ada 1 tugas baru di Ruang Kerja. Masuk untuk melihat.');
    expect(mailText({ 'new-task': 2, 'task-moved': 1, 'capacity-alert': 2 })).toBe(
      'Ada 2 tugas baru di Ruang Kerja. Ada 3 perubahan di Ruang Kerja. Masuk untuk melihat.',
    );
  });

  it('says that time runs out, and not for what', () => {
    expect(mailText({ 'clock-warned': 1, 'clock-missed': 2, 'task-moved': 1 })).toBe(
      'Ada 3 batas waktu yang perlu dilihat di Ruang Kerja. Ada 1 perubahan di Ruang Kerja. Masuk untuk melihat.',
    );
  });

  it('says nothing of what it is', () => {
    const whole = Object.fromEntries(notificationKind.codes.map((kind) => [kind, 1]));
    const text = `${mailSubject} ${mailText(whole)}`.toLowerCase();
    const telling = ['anak', 'korban', 'kasus', 'rujukan', 'ppa', 'polisi', 'rumah aman', 'http'];
    expect(telling.filter((word) => text.includes(word))).toEqual([]);
  });

  it('that could not be sent is tried again soon, and hourly in the end', () => {
    const waits = [0, 1, 4, 20].map((failures) => nextAttempt(failures, later).getTime() - later.getTime());
    expect(waits).toEqual([15_000, 30_000, 240_000, 3_600_000]);
  });
});
