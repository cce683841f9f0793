import { courses } from '@rujukan/clocks';
import { filesIn, namesIn } from './gates/sources.js';

const written = filesIn('apps', /\/src\/.*\.ts$/).filter(
  (path) => !/(\.spec|\.int-spec)\.ts$|\/fixtures\/|^apps\/portal\//.test(path),
);

/** Policies by the word that the code of a service itself says: not those that a milestone moves. */
const said = namesIn(written, /'([a-z0-9]+(?:-[a-z0-9]+)*)'/g);

describe('the page of deadlines', () => {
  it('says of each policy that the system starts, and of no other, that it does', () => {
    const ours = Object.entries(courses).filter(
      ([, course]) => 'starts' in course && typeof course.starts === 'string',
    );
    expect(ours.length).toBeGreaterThan(5);
    expect(ours.map(([definition]) => definition).filter((one) => !said.includes(one))).toEqual([]);
    const waiting = Object.keys(courses).filter((definition) => 'notYet' in courses[definition as never]);
    expect(waiting.filter((one) => said.includes(one))).toEqual([]);
  });
});
