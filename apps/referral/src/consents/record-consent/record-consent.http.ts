import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import {
  childAssent,
  consentForm,
  consentGiver,
  consentTexts,
  fieldGroup,
  giverRelation,
  purposeOfUse,
  toldPerson,
} from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { relationsOf } from '../../domain/consents/consent.js';
import { agencyId, caseId } from '../../domain/ids.js';
import { RecordConsent } from './record-consent.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

const isSet = (values: readonly string[]): boolean => new Set(values).size === values.length;
const instant = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((text) => new Date(text));

const ConsentRecord = z
  .strictObject({
    isGiven: z.boolean(),
    givenBy: z.enum(consentGiver.codes),
    relation: z.enum(giverRelation.codes),
    giverName: z.string().trim().min(1).max(120).exactOptional(),
    childAssent: z.enum(childAssent.codes),
    purposes: z.array(z.enum(purposeOfUse.codes)).min(1).max(purposeOfUse.codes.length).refine(isSet),
    recipients: z.array(z.uuid().transform(agencyId)).min(1).max(20).refine(isSet),
    told: z.array(z.enum(toldPerson.codes)).max(toldPerson.codes.length).refine(isSet),
    fieldGroups: z.array(z.enum(fieldGroup.codes)).max(fieldGroup.codes.length).refine(isSet),
    text: z
      .strictObject({ language: z.string().max(3), version: z.int().min(1).max(1_000) })
      .refine((shown) =>
        consentTexts.some(
          ({ language, version }) => language === shown.language && version === shown.version,
        ),
      ),
    form: z.enum(consentForm.codes),
    /** Where the paper or the recording is kept. */
    evidence: z.string().trim().min(1).max(200),
    validFrom: instant,
    validTo: instant,
  })
  .refine(({ givenBy, relation }) => relationsOf[givenBy].includes(relation), { path: ['relation'] });

@Controller('v1/cases/:caseId/consents')
export class RecordConsentHttp {
  constructor(private readonly recordConsent: RecordConsent) {}

  @Post()
  @Requires('consent:write')
  @Audited('consent.record', 'C')
  record(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Body({ schema: ConsentRecord })
    { text, giverName, evidence, ...said }: z.output<typeof ConsentRecord>,
  ) {
    const statement = { ...said, textLanguage: text.language, textVersion: text.version };
    const texts = giverName === undefined ? { evidence } : { giver: giverName, evidence };
    return this.recordConsent.execute(context, path.caseId, statement, texts);
  }
}
