import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { Readable } from 'node:stream';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { DownloadExport } from './download-export.query.js';

const Path = z.strictObject({ id: z.uuid() });

@Controller('v1/audit/exports/:id/file')
export class DownloadExportHttp {
  constructor(private readonly downloadExport: DownloadExport) {}

  @Get()
  @Requires('audit:read')
  @Audited('export.download', 'R', 'audit')
  async download(@Context() context: RequestContext, @Param({ schema: Path }) { id }: z.output<typeof Path>) {
    const file = await this.downloadExport.execute(context, id);
    if (!file.ok) return file;
    return new StreamableFile(Readable.from(file.value.parts), {
      type: 'application/x-tar',
      disposition: `attachment; filename="berkas-bukti-${id}.tar"`,
      length: file.value.bytes,
    });
  }
}
