import { purposes } from '@rujukan/authz';
import { z } from 'zod';
import type { Criteria } from './domain/criteria.js';

const instant = z.iso.datetime({ offset: true }).max(40);
// As entries write them: an id in capitals is the same id.
const uuid = z.uuid().toLowerCase();
const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x21-\x7e]+$/);

/** By what entries are searched and exported. */
export const criteriaShape = {
  case: uuid.optional(),
  subject: uuid.optional(),
  actor: name.optional(),
  agency: uuid.optional(),
  entity: name.optional(),
  type: z
    .string()
    .max(100)
    .regex(/^[a-z][a-z0-9.-]*$/)
    .optional(),
  outcome: z.enum(['success', 'denied', 'failed']).optional(),
  purpose: z.enum(purposes).optional(),
  from: instant.optional(),
  to: instant.optional(),
};

type Asked = z.output<z.ZodObject<typeof criteriaShape>>;

export const criteriaOf = ({ from, to, ...rest }: Asked): Criteria => ({
  ...rest,
  from: from === undefined ? undefined : new Date(from),
  to: to === undefined ? undefined : new Date(to),
});
