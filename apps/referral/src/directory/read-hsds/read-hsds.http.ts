import { Controller, Get, Param, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Context, Requires, Unrecorded } from '@rujukan/http';
import { z } from 'zod';
import { ReadHsds } from './read-hsds.query.js';

const isPublic = 'the directory holds nothing about a child, and no confidential place';

const id = z.uuid().transform((text) => text.toLowerCase());
const Path = z.strictObject({ id });

const page = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  per_page: z.coerce.number().int().min(1).max(100).default(50),
};
const Page = z.strictObject(page);
const ServicePage = z.strictObject({
  ...page,
  organization_id: id.optional(),
  taxonomy_term_id: id.optional(),
});

/** Human Services Data Specification 3.0, read only. */
@Controller('hsds')
export class ReadHsdsHttp {
  constructor(private readonly readHsds: ReadHsds) {}

  @Get()
  @Requires('directory:read')
  @Unrecorded(isPublic)
  about() {
    return {
      version: '3.0',
      profile: 'https://docs.openreferral.org/en/3.0/hsds/',
      openapi_url: '/openapi.json',
    };
  }

  @Get('organizations')
  @Requires('directory:read')
  @Unrecorded(isPublic)
  organizations(@Context() context: RequestContext, @Query({ schema: Page }) asked: z.output<typeof Page>) {
    return this.readHsds.organizations(context, asked);
  }

  @Get('organizations/:id')
  @Requires('directory:read')
  @Unrecorded(isPublic)
  organization(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.readHsds.organization(context, path.id);
  }

  @Get('services')
  @Requires('directory:read')
  @Unrecorded(isPublic)
  services(
    @Context() context: RequestContext,
    @Query({ schema: ServicePage }) asked: z.output<typeof ServicePage>,
  ) {
    return this.readHsds.services(context, asked);
  }

  @Get('services/:id')
  @Requires('directory:read')
  @Unrecorded(isPublic)
  service(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.readHsds.service(context, path.id);
  }

  @Get('service_at_locations')
  @Requires('directory:read')
  @Unrecorded(isPublic)
  serviceAtLocations(
    @Context() context: RequestContext,
    @Query({ schema: ServicePage }) asked: z.output<typeof ServicePage>,
  ) {
    return this.readHsds.serviceAtLocations(context, asked);
  }

  @Get('service_at_locations/:id')
  @Requires('directory:read')
  @Unrecorded(isPublic)
  serviceAtLocation(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
  ) {
    return this.readHsds.serviceAtLocation(context, path.id);
  }

  @Get('taxonomies')
  @Requires('directory:read')
  @Unrecorded(isPublic)
  taxonomies(@Query({ schema: Page }) asked: z.output<typeof Page>) {
    return this.readHsds.taxonomies(asked);
  }

  @Get('taxonomy_terms')
  @Requires('directory:read')
  @Unrecorded(isPublic)
  taxonomyTerms(@Query({ schema: Page }) asked: z.output<typeof Page>) {
    return this.readHsds.taxonomyTerms(asked);
  }
}
