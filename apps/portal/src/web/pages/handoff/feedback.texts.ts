import { texts } from '../../app/language/texts.js';

export const feedbackTexts = texts({
  id: {
    title: 'Kabar dari penerima',
    give: 'Beri kabar kepada pengirim',
    progress: 'Perkembangan',
    word: 'Kabar singkat',
    hint: 'Tanpa rincian yang tidak perlu. Tersimpan tersegel.',
    send: 'Kirim kabar',
    sent: 'Kabar terkirim',
    back: 'Batal',
    pick: (label: string) => `Pilih: ${label}`,
  },
  en: {
    title: 'Word from the receiver',
    give: 'Tell the sender how it goes',
    progress: 'Progress',
    word: 'A short word',
    hint: 'No more detail than is needed. Kept sealed.',
    send: 'Send',
    sent: 'Word sent',
    back: 'Cancel',
    pick: (label: string) => `Choose: ${label}`,
  },
});
