import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { Audited, CallerLanguage, Context, invalid, Requires, type Language } from '@rujukan/http';
import { accessRules } from '../../domain/access-rules.js';
import { ReviewAccess } from './review-access.query.js';

const instant = z.iso.datetime({ offset: true }).max(40);
const Terms = z.strictObject({ from: instant, to: instant });

/** What one review looks at. */
const longest = 31 * 24 * 3_600_000;

@Controller('v1/audit/unusual-access')
export class ReviewAccessHttp {
  constructor(private readonly reviewAccess: ReviewAccess) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.review-access', 'R', 'audit')
  async review(
    @Context() context: RequestContext,
    @CallerLanguage() language: Language,
    @Query({ schema: Terms }) query: z.output<typeof Terms>,
  ) {
    const [from, to] = [new Date(query.from), new Date(query.to)];
    if (from >= to || to.getTime() - from.getTime() > longest)
      throw invalid([{ in: 'query', pointer: '/to', code: 'not-allowed' }]);
    const reviewed = await this.reviewAccess.execute(context, { from, to });
    if (!reviewed.ok) return reviewed;
    const { hits, isComplete } = reviewed.value;
    return done({
      language,
      rules: accessRules.map(({ code, version, from: since, says }) => ({
        rule: code,
        version,
        from: since,
        text: says[language],
      })),
      items: hits.map(({ says, seqs, ...hit }) => ({ text: says[language], ...hit, entries: seqs })),
      isComplete,
    });
  }
}
