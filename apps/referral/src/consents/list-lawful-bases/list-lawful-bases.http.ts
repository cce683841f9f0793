import { Controller, Get, Query } from '@nestjs/common';
import {
  agencyType,
  articlesFor,
  basisArticlesVersion,
  consentTexts,
  lawfulBasis,
  serviceType,
  shareProfileCodes,
} from '@rujukan/contracts';
import { Requires, Unrecorded } from '@rujukan/http';
import { z } from 'zod';

/** A handoff, as far as it is known: only articles that speak of it are listed. */
const Filter = z.strictObject({
  shareProfile: z.enum(shareProfileCodes).exactOptional(),
  serviceType: z.enum(serviceType.codes).exactOptional(),
  receiverType: z.enum(agencyType.codes).exactOptional(),
});

@Controller('v1/lawful-bases')
export class ListLawfulBasesHttp {
  /** Bases with the articles that they may be cited with, and the words that people agree to. */
  @Get()
  @Requires('directory:read')
  @Unrecorded('the law as this system knows it, the same for everyone')
  list(@Query({ schema: Filter }) use: z.output<typeof Filter>) {
    return {
      articlesVersion: basisArticlesVersion,
      items: lawfulBasis.codes.map((code) => ({
        code,
        display: lawfulBasis.display[code],
        articles: articlesFor(code, use),
      })),
      consentTexts,
    };
  }
}
