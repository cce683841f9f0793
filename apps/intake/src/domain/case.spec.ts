import * as fc from 'fast-check';
import { changeCustodian, close, openCase, type CaseFile } from './case.js';
import { agencyId, caseId, incidentId, reportId } from './ids.js';
import type { ReportedChild } from './report-content.js';

const child: ReportedChild = {
  sex: 'female',
  birthDate: '2010-03-14',
  ageCertainty: 'documented',
  languages: ['id'],
  hasDisability: false,
};
const now = new Date('2026-03-07T20:00:00Z');
const opened = (more: Partial<Parameters<typeof openCase>[0]> = {}): CaseFile =>
  openCase({
    id: caseId('case'),
    number: 'K-7Q4M2X9A-H',
    incidentId: incidentId('incident'),
    reportId: reportId('report'),
    custodianAgencyId: agencyId('mine'),
    riskLevel: 'high',
    child,
    now,
    ...more,
  });

describe('a case', () => {
  it('is opened for one child, with what an envelope may show', () => {
    expect(opened()).toMatchObject({ status: 'open', version: 1, epoch: 1, ageBand: '13-15', sex: 'female' });
    expect(opened()).not.toHaveProperty('child');
  });

  it('lies where the child lives, else where it happened, else nowhere', () => {
    const home = { ...child, residence: { areaCode: '61.72.02' as const } };
    expect(opened({ child: home, placeAreaCode: '61.71.01' }).areaCode).toBe('61.72.02');
    expect(opened({ placeAreaCode: '61.71.01' }).areaCode).toBe('61.71.01');
    expect(opened()).not.toHaveProperty('areaCode');
  });

  it('has the custodian of the highest epoch, whatever order the news comes in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([2, 3, 4, 5], { minLength: 1 }), (epochs) => {
        const last = epochs.reduce<CaseFile>(
          (file, epoch) => changeCustodian(file, agencyId(`agency-${epoch}`), epoch) ?? file,
          opened(),
        );
        expect(last.custodianAgencyId).toBe(`agency-${Math.max(...epochs)}`);
      }),
    );
  });

  it('is closed once, and custody can still move', () => {
    const closed = close(opened(), 'goals-met', now);
    expect(closed).toMatchObject({ status: 'closed', closureReason: 'goals-met', version: 2 });
    expect(close(closed!, 'unfounded', now)).toBeUndefined();
    expect(changeCustodian(closed!, agencyId('theirs'), 2)).toMatchObject({ status: 'closed', epoch: 2 });
  });
});
