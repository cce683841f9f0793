import { mailSettings } from './config.js';

describe('where mails go', () => {
  const set = (values: { SMTP_URL?: string; MAIL_FROM?: string }) => {
    delete process.env['SMTP_URL'];
    delete process.env['MAIL_FROM'];
    Object.assign(process.env, values);
  };
  afterEach(() => set({}));

  it('is nowhere unless it is said', () => {
    set({});
    expect(mailSettings()).toBeNull();
  });

  it('is a server and a sender', () => {
    set({ SMTP_URL: 'smtps://user:secret@mail.example', MAIL_FROM: 'ruang-kerja@mail.example' });
    expect(mailSettings()).toEqual({
      url: 'smtps://user:secret@mail.example',
      from: 'ruang-kerja@mail.example',
    });
  });

  it.each([
    { SMTP_URL: 'smtp://mail.example' },
    { MAIL_FROM: 'ruang-kerja@mail.example' },
    { SMTP_URL: 'http://user:secret@mail.example', MAIL_FROM: 'ruang-kerja@mail.example' },
    { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' },
  ])('is not half said, and the complaint repeats nothing: %#', (values) => {
    set(values);
    expect(mailSettings).toThrow(/^SMTP_URL and MAIL_FROM go together/);
    expect(mailSettings).not.toThrow(/secret/);
  });
});
