import { createTransport } from 'nodemailer';
import { mailSubject } from '../../domain/notifications/mail.js';

/** Sends a mail to a desk; null where this installation sends none. */
export interface Mailer {
  send(to: string, text: string): Promise<void>;
  close(): void;
}

export interface MailSettings {
  /** `smtp://host:587` or `smtps://user:password@host`; STARTTLS is used where the server offers it. */
  readonly url: string;
  readonly from: string;
}

const patienceMs = 10_000;

export function smtpMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  return {
    async send(to, text) {
      await transport.sendMail({
        from,
        to,
        subject: mailSubject,
        text,
        xMailer: false,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
}
