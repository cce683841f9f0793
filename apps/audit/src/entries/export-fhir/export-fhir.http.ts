import { Controller, Get, Header, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { Audited, Context, Cursors, Requires } from '@rujukan/http';
import { toBundle } from '../../domain/fhir.js';
import { ExportFhir } from './export-fhir.query.js';

const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x21-\x7e]+$/);
const day = (prefix: string) =>
  z
    .string()
    .max(40)
    .regex(new RegExp(`^${prefix}`))
    .transform((text) => text.slice(2))
    .pipe(z.iso.datetime({ offset: true }))
    .transform((text) => new Date(text));
const dates = z.union([
  z.tuple([day('ge'), day('lt')]),
  day('ge').transform((from) => [from, undefined] as const),
  day('lt').transform((to) => [undefined, to] as const),
]);

/** The search parameters of FHIR that have an index here. */
const Search = z.strictObject({
  patient: z.uuid().toLowerCase().optional(),
  agent: name.optional(),
  entity: name.optional(),
  subtype: z
    .string()
    .max(100)
    .regex(/^[a-z][a-z0-9.-]*$/)
    .optional(),
  outcome: z.enum(['0', '4', '8']).optional(),
  date: dates.optional(),
  _count: z.coerce.number().int().min(1).max(100).default(25),
  page: z.string().max(1_000).optional(),
});

const outcomes = { 0: 'success', 4: 'denied', 8: 'failed' } as const;

@Controller('fhir/AuditEvent')
export class ExportFhirHttp {
  constructor(
    private readonly exportFhir: ExportFhir,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Header('content-type', 'application/fhir+json; charset=utf-8')
  @Requires('audit:read')
  @Audited('audit.search', 'R', 'audit')
  async search(
    @Context() context: RequestContext,
    @Query({ schema: Search }) query: z.output<typeof Search>,
  ) {
    const { _count: limit, page, ...terms } = query;
    const position = this.cursors.decode<{ before: number }>(page, terms);
    const [from, to] = terms.date ?? [];
    const criteria = {
      ...{ case: terms.patient, actor: terms.agent, entity: terms.entity, type: terms.subtype },
      outcome: terms.outcome && outcomes[terms.outcome],
      ...{ from, to },
    };
    const found = await this.exportFhir.execute(context, criteria, { limit, before: position?.before });
    if (!found.ok) return found;
    const { items, before } = found.value;
    const next = before === undefined ? undefined : this.cursors.encode({ before }, terms);
    return done(
      toBundle(items, {
        self: urlOf(query),
        ...(next === undefined ? {} : { next: urlOf({ ...query, page: next }) }),
      }),
    );
  }
}

/** The search as a link, with dates as FHIR writes them. */
function urlOf({ date, ...query }: z.output<typeof Search>): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined) parameters.append(key, String(value));
  const [from, to] = date ?? [];
  if (from) parameters.append('date', `ge${from.toISOString()}`);
  if (to) parameters.append('date', `lt${to.toISOString()}`);
  return `/fhir/AuditEvent?${parameters.toString()}`;
}
