import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { GetCertificate } from './get-certificate.query.js';

const Path = z.strictObject({ id: z.uuid() });

@Controller('v1/audit/erasures/:id/certificate')
export class GetCertificateHttp {
  constructor(private readonly getCertificate: GetCertificate) {}

  @Get()
  @Requires('erasure:read')
  @Audited('details.read-certificate', 'R', 'oversight')
  async get(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const certificate = await this.getCertificate.execute(context, path.id);
    if (!certificate.ok) return certificate;
    void reply.headers({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="berita-acara-${path.id}.txt"`,
    });
    return certificate.value;
  }
}
