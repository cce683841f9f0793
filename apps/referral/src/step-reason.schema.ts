import type { CodeList } from '@rujukan/contracts';
import { z } from 'zod';

/** Why a step is taken: a code, and a word beside it where the code says nothing by itself. */
export const reasonAsked = <Code extends string>(list: CodeList<Code>) =>
  z
    .strictObject({
      reason: z.enum(list.codes),
      note: z.string().trim().min(1).max(2_000).exactOptional(),
    })
    .refine(({ reason, note }) => reason !== 'other' || note !== undefined, { path: ['note'] });
