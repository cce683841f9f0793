/** The words to which somebody agreed, in one language and version. Never changed, only followed by a next version. */
export interface ConsentText {
  readonly language: 'id' | 'en';
  readonly version: number;
  readonly text: string;
}

export const consentTexts: readonly ConsentText[] = [
  {
    language: 'id',
    version: 1,
    text: [
      'Kami ingin membagikan data anak kepada instansi yang tertulis di bawah ini, hanya bagian yang disebut dan hanya untuk tujuan yang disebut.',
      'Anda boleh menolak. Anda boleh mencabut persetujuan ini kapan saja; setiap instansi yang menerima data akan diminta menyegel atau menghapusnya.',
      'Penolakan atau pencabutan tidak mengurangi bantuan bagi anak. Bila hukum mewajibkan data dibagikan, kami akan memberi tahu Anda.',
      'Anak juga ditanya pendapatnya dengan bahasa yang ia pahami.',
    ].join('\n'),
  },
  {
    language: 'en',
    version: 1,
    text: [
      'We would like to share the child’s data with the agencies named below: only the parts named, and only for the purposes named.',
      'You may refuse. You may withdraw this consent at any time; each agency that received data will be asked to seal or erase it.',
      'Refusing or withdrawing takes no help away from the child. Where the law requires that data be shared, we will tell you.',
      'The child is asked too, in words that she understands.',
    ].join('\n'),
  },
];
