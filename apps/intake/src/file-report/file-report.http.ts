import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import {
  ageCertainty,
  contributingFactor,
  exploitationType,
  immediateSafety,
  intakeChannel,
  modus,
  offenderRelationship,
  placeType,
  platformCategory,
  regionCodes,
  reporterRole,
  sex,
} from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { FileReport } from './file-report.js';

const text = (max: number) => z.string().trim().min(1).max(max);
const codes = <Code extends string>(list: { readonly codes: readonly [Code, ...Code[]] }) =>
  z.array(z.enum(list.codes)).max(list.codes.length).refine(isSet);
const isSet = (values: readonly string[]): boolean => new Set(values).size === values.length;
const areaCode = z.enum(regionCodes);

const Child = z.strictObject({
  name: text(200).exactOptional(),
  sex: z.enum(sex.codes),
  birthDate: z.iso.date().min(1).max(10).exactOptional(),
  statedAge: z.int().min(0).max(110).exactOptional(),
  ageCertainty: z.enum(ageCertainty.codes),
  nik: z
    .string()
    .max(16)
    .regex(/^\d{16}$/)
    .exactOptional(),
  residence: z
    .strictObject({ areaCode: areaCode.exactOptional(), address: text(500).exactOptional() })
    .exactOptional(),
  guardian: z
    .strictObject({
      name: text(200).exactOptional(),
      relationship: z.enum(offenderRelationship.codes).exactOptional(),
      isSuspect: z.boolean(),
    })
    .exactOptional(),
  currentLocation: text(500).exactOptional(),
  languages: z
    .array(
      z
        .string()
        .max(3)
        .regex(/^[a-z]{2,3}$/),
    )
    .max(5)
    .refine(isSet),
  hasDisability: z.boolean(),
});

/** What an agency files. Little is required: a report must be possible with little known. */
const Report = z.strictObject({
  channel: z.enum(intakeChannel.codes),
  reporterRole: z.enum(reporterRole.codes),
  isAnonymous: z.boolean(),
  reporterContact: z
    .strictObject({
      name: text(200).exactOptional(),
      phone: text(40).exactOptional(),
      note: text(500).exactOptional(),
    })
    .exactOptional(),
  recipientAgencyId: z.uuid().exactOptional(),
  occurredAt: z.iso
    .datetime({ offset: true })
    .max(40)
    .transform((instant) => new Date(instant))
    .exactOptional(),
  place: z.strictObject({
    type: z.enum(placeType.codes),
    areaCode: areaCode.exactOptional(),
    description: text(500).exactOptional(),
  }),
  summary: text(4000),
  immediateSafety: z.enum(immediateSafety.codes),
  policeReportNumber: text(120).exactOptional(),
  children: z.array(Child).min(1).max(20),
  exploitationTypes: codes(exploitationType),
  modus: codes(modus),
  platforms: codes(platformCategory),
  contributingFactors: codes(contributingFactor),
});

@Controller('v1/reports')
export class FileReportHttp {
  constructor(private readonly fileReport: FileReport) {}

  @Post()
  @Requires('report:file')
  @Audited('report.file', 'C')
  file(@Context() context: RequestContext, @Body({ schema: Report }) body: z.output<typeof Report>) {
    return this.fileReport.execute(context, body);
  }
}
