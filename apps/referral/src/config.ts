import { serviceConfig } from '@rujukan/http';
import { z } from 'zod';

/** The only reader of the environment. */
export const config = serviceConfig(process.env);

const Mail = z.object({
  SMTP_URL: z
    .string()
    .max(500)
    .regex(/^smtps?:\/\/[^\s]+$/)
    .optional(),
  MAIL_FROM: z.email().max(254).optional(),
});

/** Where mails to desks go; null where none are sent. Half a setting stops the process: nobody should wait for mails in vain. */
export function mailSettings(): { readonly url: string; readonly from: string } | null {
  const { success, data } = Mail.safeParse(process.env);
  if (!success || (data.SMTP_URL === undefined) !== (data.MAIL_FROM === undefined))
    throw new Error('SMTP_URL and MAIL_FROM go together, as smtp://… or smtps://… and an address');
  return data.SMTP_URL === undefined || data.MAIL_FROM === undefined
    ? null
    : { url: data.SMTP_URL, from: data.MAIL_FROM };
}
