import { plain, type Answer, type Route } from '../server.js';
import type { GetCheckpoint } from './get-checkpoint.query.js';

/** `GET /<SHA-256 of the origin>/checkpoint`. */
export class GetCheckpointHttp implements Route {
  readonly method = 'GET';
  readonly path = /^\/([0-9a-f]{64})\/checkpoint$/;
  readonly maxBytes = 0;

  constructor(private readonly getCheckpoint: GetCheckpoint) {}

  answer(_: Buffer, originHash: string): Promise<Answer> {
    const note = this.getCheckpoint.execute(originHash);
    const answer = note === null ? plain(404, 'not found') : { ...plain(200, ''), body: note };
    return Promise.resolve(answer);
  }
}
