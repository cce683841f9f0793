import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

/** Each agency's own copy: it outlives its access to the case, since it shows what the agency did. */
export class CreateHandoffProof1767225730000 implements MigrationInterface {
  name = 'CreateHandoffProof1767225730000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table handoff_proof (
        handoff_id uuid not null references handoff (id),
        agency_id uuid not null,
        log_index bigint not null,
        step text not null,
        entry bytea not null,
        proof text not null,
        received_at timestamptz not null,
        primary key (handoff_id, agency_id, log_index)
      );
      comment on table handoff_proof is 'personal';
      ${rowSecurity('handoff_proof', roles, { select: 'app_agency() = agency_id' })}
      grant select on handoff_proof to ${roles.app};
      grant select, insert on handoff_proof to ${roles.worker};`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table handoff_proof');
  }
}
