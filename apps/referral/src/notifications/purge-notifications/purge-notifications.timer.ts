import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { PurgeNotifications } from './purge-notifications.js';

@Injectable()
export class PurgeNotificationsTimer {
  constructor(private readonly purgeNotifications: PurgeNotifications) {}

  @Every(60_000)
  run(): Promise<number> {
    return this.purgeNotifications.execute();
  }
}
