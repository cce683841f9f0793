import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { Audited, CallerLanguage, Context, Cursors, pageQuery, Requires, type Language } from '@rujukan/http';
import { ReadTimeline } from './read-timeline.query.js';

const Path = z.strictObject({ id: z.uuid().toLowerCase() });
const Terms = pageQuery({ show: z.enum(['everything', 'events']).default('everything') });

@Controller('v1/audit/cases/:id/timeline')
export class ReadTimelineHttp {
  constructor(
    private readonly readTimeline: ReadTimeline,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.read-timeline', 'R', 'audit')
  async read(
    @Context() context: RequestContext,
    @CallerLanguage() language: Language,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Query({ schema: Terms }) { limit, cursor, show }: z.output<typeof Terms>,
  ) {
    const bound = { ...path, show };
    const position = this.cursors.decode<{ before: number }>(cursor, bound);
    const read = await this.readTimeline.execute(context, path.id, {
      limit,
      before: position?.before,
      ...(show === 'events' ? { isEvent: true } : {}),
    });
    if (!read.ok) return read;
    const { items, before } = read.value;
    return done({
      language,
      items: items.map(({ entry, says }) => ({
        entry: entry.seq,
        at: entry.occurred,
        type: entry.type,
        outcome: entry.outcome,
        text: says[language],
      })),
      ...(before === undefined ? {} : { next: this.cursors.encode({ before }, bound) }),
    });
  }
}
