/** Injects the `Mailer`, or null where no mail is sent. */
export const MAILER = Symbol('mailer');
