import type { EntityManager } from 'typeorm';
import type { FieldGroup } from '@rujukan/contracts';

/** What an agency opened by itself, in an emergency. */
export interface EmergencyDisclosureRow {
  readonly access_id: string;
  readonly case_id: string;
  readonly from_agency_id: string;
  readonly to_agency_id: string;
  readonly field_groups: readonly FieldGroup[];
  readonly disclosed_at: Date;
}

export async function beginEmergency(tx: EntityManager, row: EmergencyDisclosureRow): Promise<void> {
  await tx.query(
    `insert into emergency_disclosure (access_id, case_id, from_agency_id, to_agency_id, field_groups, disclosed_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [row.access_id, row.case_id, row.from_agency_id, row.to_agency_id, row.field_groups, row.disclosed_at],
  );
}

export async function endEmergency(tx: EntityManager, accessId: string, endedAt: Date): Promise<void> {
  await tx.query('update emergency_disclosure set ended_at = $2 where access_id = $1 and ended_at is null', [
    accessId,
    endedAt,
  ]);
}
