import { actNames } from '@rujukan/contracts';
import { allRoutes } from './gates/routes.js';
import { filesIn, namesIn } from './gates/sources.js';

const written = filesIn('apps', /\/src\/.*\.ts$/).filter(
  (path) => !/(\.spec|\.int-spec)\.ts$|\/fixtures\/|^apps\/portal\/src\/web\//.test(path),
);

describe('every act that leaves an entry', () => {
  it('has a name that a sentence of the trail can use', async () => {
    const routes = await allRoutes();
    const ofRoutes = routes.flatMap(({ declaration }) => (declaration.act ? [declaration.act.type] : []));
    const ofWorkers = namesIn(written, /type: '([a-z-]+\.[a-z-]+)',\s*action: '[CRUDE]'/g);
    expect(ofRoutes.length).toBeGreaterThan(100);
    expect(ofWorkers.length).toBeGreaterThan(20);
    expect([...new Set([...ofRoutes, ...ofWorkers])].filter((act) => !(act in actNames))).toEqual([]);
  });
});
