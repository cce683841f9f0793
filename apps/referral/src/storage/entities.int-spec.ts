import { entities } from './entities.js';
import { aService, type TestService } from './fixtures/a-service.js';

describe('the rows', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  it.each(entities.map((entity) => [entity.options.name, entity] as const))(
    'of %s are what the migrations made',
    async (table, entity) => {
      const declared = service.database.app
        .getMetadata(entity)
        .columns.map((column) => [column.databaseName, column.isNullable]);
      const made = await service.database.owner.query<{ name: string; nullable: boolean }[]>(
        `select column_name as name, is_nullable = 'YES' as nullable from information_schema.columns
          where table_schema = 'public' and table_name = $1`,
        [table],
      );
      expect(declared.sort()).toEqual(made.map((column) => [column.name, column.nullable]).sort());
    },
  );
});
