import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { purposes, type RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { Audited, Context, Cursors, pageQuery, Requires, type Page } from '@rujukan/http';
import type { LogEntry } from '../../domain/log-entry.js';
import { ListEntries } from './list-entries.query.js';

const instant = z.iso.datetime({ offset: true }).max(40);
// As entries write them: an id in capitals is the same id.
const uuid = z.uuid().toLowerCase();
const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x21-\x7e]+$/);

const Filters = pageQuery({
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
});

@Controller('v1/entries')
export class ListEntriesHttp {
  constructor(
    private readonly listEntries: ListEntries,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.search', 'R', 'audit')
  async list(
    @Context() context: RequestContext,
    @Query({ schema: Filters }) query: z.output<typeof Filters>,
  ): Promise<Outcome<Page<LogEntry>, never>> {
    const { limit, cursor, ...filters } = query;
    const { from, to, ...rest } = filters;
    const criteria = {
      ...rest,
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
    };
    const position = this.cursors.decode<{ before: number }>(cursor, filters);
    const found = await this.listEntries.execute(context, criteria, { limit, before: position?.before });
    if (!found.ok) return found;
    const { items, before } = found.value;
    return done(before === undefined ? { items } : { items, next: this.cursors.encode({ before }, filters) });
  }
}
