import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { headCovering } from '../../storage/published.store.js';

/** The newest head that witnesses cosigned; before there is one, the newest that the log signed. */
@Injectable()
export class GetCheckpoint {
  constructor(private readonly database: DataSource) {}

  async execute(): Promise<Outcome<string, 'not-found'>> {
    const head = await headCovering(this.database, 0n);
    return head ? done(head.note) : refuse('not-found');
  }
}
