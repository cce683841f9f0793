import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { Audited, CallerLanguage, Context, Cursors, pageQuery, Requires, type Language } from '@rujukan/http';
import { ReadLedger } from './read-ledger.query.js';

const Path = z.strictObject({ id: z.uuid().toLowerCase() });
const Terms = pageQuery({ agency: z.uuid().toLowerCase().optional() });

@Controller('v1/audit/cases/:id/disclosures')
export class ReadLedgerHttp {
  constructor(
    private readonly readLedger: ReadLedger,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.read-ledger', 'R', 'audit')
  async read(
    @Context() context: RequestContext,
    @CallerLanguage() language: Language,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Query({ schema: Terms }) { limit, cursor, agency }: z.output<typeof Terms>,
  ) {
    const bound = { ...path, agency };
    const position = this.cursors.decode<{ before: number }>(cursor, bound);
    const slice = { limit, before: position?.before, agency };
    const read = await this.readLedger.execute(context, path.id, slice);
    if (!read.ok) return read;
    const { lines, isComplete, before } = read.value;
    return done({
      language,
      items: lines.map(({ says, seqs, ...line }) => ({ text: says[language], ...line, entries: seqs })),
      isComplete,
      ...(before === undefined ? {} : { next: this.cursors.encode({ before }, bound) }),
    });
  }
}
