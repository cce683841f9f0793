import { permissions } from '@rujukan/authz';
import { PlantedHttp } from './fixtures/routes/planted.http.js';
import { faultsOf, inputFaults, openToAll, reviewed } from './gates/route-faults.js';
import { allRoutes, routesOf, type Route } from './gates/routes.js';
import { services } from './gates/sources.js';

describe('every route of the services', () => {
  let routes: readonly Route[];

  beforeAll(async () => {
    routes = (await allRoutes()).filter(({ declaration }) => !declaration.isPublic);
  });

  it('is found here', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect([...new Set(routes.map(({ service }) => service))].sort()).toEqual(services);
  });

  it('asks for a permission, is recorded as what it does, and reads nothing without a schema or without an end', () => {
    expect(routes.flatMap(faultsOf)).toEqual([]);
  });

  it('on the list of those that need not be recorded is one of them', () => {
    expect(
      routes
        .filter(({ declaration }) => declaration.isUnrecorded)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(reviewed);
  });

  it('that is open to strangers is one of those that were looked at', async () => {
    const open = (await allRoutes()).filter(({ declaration }) => declaration.isPublic);
    expect(open.map(({ name }) => name).sort()).toEqual(openToAll);
    expect(open.every(({ declaration }) => declaration.isOpenToAll)).toBe(true);
    expect(open.flatMap(inputFaults)).toEqual([]);
  });

  it('and the others together use every permission that exists', () => {
    const used = new Set(routes.map(({ declaration }) => declaration.permission));
    expect(permissions.filter((permission) => !used.has(permission))).toEqual([]);
  });
});

describe('a route that says too little', () => {
  it('is named with what it leaves unsaid', () => {
    expect(routesOf('planted', PlantedHttp).flatMap(faultsOf)).toEqual([
      'planted: GET /v1/planted/undeclared asks for no permission',
      'planted: GET /v1/planted/undeclared is not recorded',
      'planted: GET /v1/planted/unrecorded is not recorded',
      'planted: GET /v1/planted/hidden is unrecorded, and nobody reviewed that',
      'planted: GET /v1/planted/writes is recorded as U, which is not what it does',
      'planted: GET /v1/planted/unread/:id does not read its path',
      'planted: POST /v1/planted/open/:id body /note is text without a longest length',
      'planted: POST /v1/planted/open/:id body /tags is a list without a largest size',
      'planted: POST /v1/planted/open/:id body / takes members that it does not know',
      'planted: POST /v1/planted/open/:id reads its path without a schema',
    ]);
  });
});
