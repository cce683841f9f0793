import { problems } from '@rujukan/contracts';
import { fieldTexts } from './field-texts.js';
import { invalid, languageOf, Problem, problemBody } from './problem.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'id'],
    ['', 'id'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['id', 'id'],
    ['id-ID,en;q=0.5', 'id'],
    ['en;q=0.5,id;q=0.9', 'id'],
    ['en;q=0.9, id;q=0.5', 'en'],
    ['fr, en;q=0.3', 'en'],
    ['fr', 'id'],
    ['*', 'id'],
    ['en;q=0', 'id'],
    ['en;q=x', 'id'],
    ['en,'.repeat(100), 'id'],
  ])('for %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('the body of a problem', () => {
  it('carries what the caller can do, and cannot be overwritten by it', () => {
    const problem = new Problem('illegal-transition', { allowedActions: ['accept'], status: 200, code: 'x' });
    expect(problemBody(problem, 'en', 't')).toEqual({
      allowedActions: ['accept'],
      type: 'urn:rujukan:problem:illegal-transition',
      title: problems['illegal-transition'].title.en,
      status: 409,
      code: 'illegal-transition',
      traceId: 't',
    });
  });

  it('explains fields in the caller’s language', () => {
    const problem = invalid([{ in: 'body', pointer: '/name', code: 'too-short', limit: 2 }]);
    expect(problemBody(problem, 'id', 't')['errors']).toEqual([
      { in: 'body', pointer: '/name', code: 'too-short', limit: 2, detail: 'Sedikitnya 2' },
    ]);
  });

  it('has words in both languages for every code', () => {
    for (const { id, en } of [
      ...Object.values(problems).map((problem) => problem.title),
      ...Object.values(fieldTexts),
    ]) {
      expect(id.length).toBeGreaterThan(3);
      expect(en.length).toBeGreaterThan(3);
    }
  });
});
