import { milestone } from '@rujukan/contracts';
import { courses, endedBy, startedBy, type MilestoneCode } from './courses.js';
import { policies } from './policies.js';

const codes = milestone.codes as readonly MilestoneCode[];

describe('the course of a clock', () => {
  it('is told for each policy: what starts and ends it, or why nothing does', () => {
    expect(Object.keys(courses)).toEqual(Object.keys(policies));
    for (const course of Object.values(courses))
      if ('notYet' in course) expect(course.notYet).not.toBe('');
      else for (const trigger of [course.starts, course.ends]) expect(trigger.length).toBeGreaterThan(0);
  });

  it('is moved by every milestone, or the milestone would be of no use', () => {
    const useless = codes.filter((code) => startedBy(code).length + endedBy(code).length === 0);
    expect(useless).toEqual([]);
  });

  it('does not end with what started it', () => {
    for (const code of codes)
      expect(startedBy(code).filter((definition) => endedBy(code).includes(definition))).toEqual([]);
  });

  it('of LPSK: an application ends the duty to ask and starts the seven days of the decision', () => {
    expect(endedBy('lpsk-application-filed')).toEqual(['lpsk-request']);
    expect(startedBy('lpsk-application-filed')).toEqual(['lpsk-decision']);
    expect(endedBy('lpsk-granted')).toEqual(['lpsk-decision']);
  });
});
