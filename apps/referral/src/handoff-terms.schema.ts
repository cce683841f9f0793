import { lawfulBasis, priority, serviceType, shareProfileCodes } from '@rujukan/contracts';
import { z } from 'zod';
import { agencyId, caseId, serviceId } from './domain/ids.js';

/** Whom a handoff is for: an agency, or one of its services. */
export const receiverAsked = z.strictObject({
  agencyId: z.uuid().transform(agencyId),
  serviceId: z.uuid().transform(serviceId).exactOptional(),
});

/** What every offer says, whether one agency is asked or several. */
export const termsAsked = {
  caseId: z.uuid().transform(caseId),
  /** The custody that the sender saw: refused when it has moved since. */
  custodyEpoch: z.int().min(1).max(1_000_000).exactOptional(),
  serviceType: z.enum(serviceType.codes),
  shareProfile: z.enum(shareProfileCodes),
  lawfulBasis: z.strictObject({
    code: z.enum(lawfulBasis.codes),
    article: z
      .string()
      .max(80)
      .regex(/^[^\p{C}]+$/u)
      .exactOptional(),
  }),
  purpose: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .describe('Read by the receiver once it accepts. In a consultation it must not name the child.'),
  priority: z.enum(priority.codes),
  note: z.string().trim().min(1).max(2_000).exactOptional(),
};
