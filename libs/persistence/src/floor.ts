import type { DataSource } from 'typeorm';

interface Finding {
  readonly finding: string;
}

/**
 * Start-up self-test: refuses to serve when the floor under the filters does not hold.
 * The role must be nobody special, every table must say its class, and every personal table must be closed without context.
 *
 * @throws naming each finding.
 */
export async function assertFloor(database: DataSource): Promise<void> {
  const findings = await database.query<Finding[]>(`
    select 'role ' || rolname || ' is a superuser or bypasses row security' as finding
      from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
    union all
    select 'role owns table ' || relname from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and pg_get_userbyid(relowner) = current_user
    union all
    select 'table ' || relname || ' does not say its class' from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition and relname <> 'migrations'
        and coalesce(obj_description(oid, 'pg_class'), '') not in ('personal', 'pseudonymous', 'operational', 'public')
    union all
    select 'personal table ' || relname || ' lacks forced row security' from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and obj_description(oid, 'pg_class') = 'personal' and not (relrowsecurity and relforcerowsecurity)`);
  if (findings.length > 0)
    throw new Error(`the database floor does not hold: ${findings.map((row) => row.finding).join('; ')}`);
}
