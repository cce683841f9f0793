import { createHash } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What an agency calls a child in its lists, `A-7Q4M`. It differs from agency to agency, so that lists cannot be laid side by side. */
export function aliasOf(caseId: string, agencyId: string): string {
  const digest = createHash('sha256').update(`alias|${agencyId}|${caseId}`).digest();
  return `A-${[...digest.subarray(0, 4)].map((byte) => alphabet[byte & 31]).join('')}`;
}
