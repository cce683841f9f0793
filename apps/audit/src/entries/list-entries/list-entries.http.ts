import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { Audited, Context, Cursors, pageQuery, Requires, type Page } from '@rujukan/http';
import type { LogEntry } from '../../domain/log-entry.js';
import { criteriaOf, criteriaShape } from '../../entry-criteria.js';
import { ListEntries } from './list-entries.query.js';

const Filters = pageQuery(criteriaShape);

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
    const position = this.cursors.decode<{ before: number }>(cursor, filters);
    const slice = { limit, before: position?.before };
    const found = await this.listEntries.execute(context, criteriaOf(filters), slice);
    if (!found.ok) return found;
    const { items, before } = found.value;
    return done(before === undefined ? { items } : { items, next: this.cursors.encode({ before }, filters) });
  }
}
