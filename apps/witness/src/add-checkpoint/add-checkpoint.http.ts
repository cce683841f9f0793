import { maxAddCheckpointBytes } from '@rujukan/tlog';
import type { Answer, Route } from '../server.js';
import type { AddCheckpoint } from './add-checkpoint.js';

/** `POST /add-checkpoint` of c2sp.org/tlog-witness. */
export class AddCheckpointHttp implements Route {
  readonly method = 'POST';
  readonly path = /^\/add-checkpoint$/;
  readonly maxBytes = maxAddCheckpointBytes;

  constructor(private readonly addCheckpoint: AddCheckpoint) {}

  answer(body: Buffer): Promise<Answer> {
    return this.addCheckpoint.execute(body);
  }
}
