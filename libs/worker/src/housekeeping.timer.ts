import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { topics } from '@rujukan/contracts';
import { Every } from './every.js';

const longestRetentionDays = Math.max(...topics.map((topic) => topic.retentionDays));

/** Days that an event's id is known: the longest retention of a topic, and 30. */
const inboxDays = longestRetentionDays + 30;

/** An answered POST can be repeated for a week. */
const idempotencyDays = 7;

/** Forgets what nothing can ask for any more. Both tables carry the machine's time, not the movable one. */
@Injectable()
export class HousekeepingTimer {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  @Every(3_600_000)
  async forget(): Promise<void> {
    await this.database.query(`delete from inbox where received < now() - $1 * interval '1 day'`, [
      inboxDays,
    ]);
    await this.database.query(`delete from idempotency_key where created < now() - $1 * interval '1 day'`, [
      idempotencyDays,
    ]);
  }
}
