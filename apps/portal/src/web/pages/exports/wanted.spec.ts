import { criteriaOf, nothingWanted } from './wanted.js';

describe('which entries are wanted', () => {
  it('are all that nobody narrowed', () => {
    expect(criteriaOf(nothingWanted)).toEqual({});
  });

  it('are those of a case by its pasted code, and of whole days, the last one included', () => {
    const id = '0199c0de-1111-7000-8000-000000000000';
    expect(
      criteriaOf({ ...nothingWanted, case: `K-1A2B3C4D-E ${id}`, from: '2026-03-07', to: '2026-03-08' }),
    ).toEqual({
      case: id,
      from: '2026-03-07T00:00:00+07:00',
      to: '2026-03-08T17:00:00.000Z',
    });
  });
});
