import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

const isEnded = `exists (select from consent_holder held
  where held.handoff_id = handoff.id and held.access_ended_at is not null)`;

/** Who hears a text of a handoff: its writer, the sender, and the receiver as long as the matter is in its hands. */
const heardBy = (kept: string): string => `app_agency() = agency_id
  or exists (select from handoff where handoff.id = handoff_id and (app_agency() = from_agency_id
      or accepted_at is not null and (ended_at is null or ${kept}) and not ${isEnded}))`;

/** Texts close when consent is gone and when a transfer was rolled back; a draft that is sent rests on what holds then. */
export class HearAsLongAsHeld1767225660000 implements MigrationInterface {
  name = 'HearAsLongAsHeld1767225660000';

  async up(run: QueryRunner): Promise<void> {
    const heard = heardBy(`kind = 'transfer' and status <> 'cancelled'`);
    await run.query(`
      alter policy handoff_text_select on handoff_text using (${heard});
      alter policy handoff_message_select on handoff_message using (${heard});
      grant update (consent_id, override_id) on handoff to ${roles.app};`);
  }

  async down(run: QueryRunner): Promise<void> {
    const heard = heardBy(`kind = 'transfer'`);
    await run.query(`
      alter policy handoff_text_select on handoff_text using (${heard});
      alter policy handoff_message_select on handoff_message using (${heard});
      revoke update (consent_id, override_id) on handoff from ${roles.app};`);
  }
}
