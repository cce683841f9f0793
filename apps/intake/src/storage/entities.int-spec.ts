import { entities } from './entities.js';
import { anIntake, type Intake } from './fixtures/an-intake.js';

describe('the rows', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await anIntake();
  });
  afterAll(() => intake.close());

  it.each(entities.map((entity) => [entity.options.name, entity] as const))(
    'of %s are what the migrations made',
    async (table, entity) => {
      const { columns } = intake.database.app.getMetadata(entity);
      const declared = columns.map(
        (column) => `${column.databaseName} ${column.isNullable ? 'null' : 'not null'}`,
      );
      const made = await intake.database.owner.query<{ column: string }[]>(
        `select column_name || case is_nullable when 'YES' then ' null' else ' not null' end as column
          from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [table],
      );
      expect(declared.sort()).toEqual(made.map((row) => row.column).sort());
    },
  );
});
