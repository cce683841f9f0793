import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { consistencyProof, nodeCrypto, toBase64 } from '@rujukan/tlog';
import { signedSize } from '../../storage/published.store.js';
import { tilesIn } from '../../storage/tree.store.js';

export interface ConsistencyShown {
  readonly from: number;
  readonly to: number;
  /** Hashes in base64, in the order of RFC 6962, section 2.1.2. */
  readonly proof: readonly string[];
}

/** Shows that the log of `from` entries is the beginning of that of `to`; both within what is signed. */
@Injectable()
export class ProveConsistency {
  constructor(private readonly database: DataSource) {}

  /** @param from 1 to `to`. */
  async execute(from: number, to: number): Promise<Outcome<ConsistencyShown, 'not-yet-signed'>> {
    const signed = await signedSize(this.database);
    if (signed === undefined || BigInt(to) > signed) return refuse('not-yet-signed');
    const sizes = { size1: BigInt(from), size2: BigInt(to) };
    const proof = await consistencyProof(nodeCrypto.sha256, sizes, tilesIn(this.database));
    return done({ from, to, proof: proof.map(toBase64) });
  }
}
