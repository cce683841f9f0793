import { Controller, Get } from '@nestjs/common';
import { basisArticles, basisArticlesVersion, consentTexts, lawfulBasis } from '@rujukan/contracts';
import { Requires, Unrecorded } from '@rujukan/http';

@Controller('v1/lawful-bases')
export class ListLawfulBasesHttp {
  @Get()
  @Requires('directory:read')
  @Unrecorded('the law as this system knows it, the same for everyone')
  list() {
    return bases;
  }
}

/** Bases with the articles that they may be cited with, and the words that people agree to. */
const bases = {
  articlesVersion: basisArticlesVersion,
  items: lawfulBasis.codes.map((code) => ({
    code,
    display: lawfulBasis.display[code],
    articles: basisArticles[code],
  })),
  consentTexts,
};
