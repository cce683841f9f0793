import { hashBytes } from '@rujukan/tlog';

/** Many hashes in one piece of memory. */
export class HashList {
  #bytes = new Uint8Array(256 * hashBytes);
  #count = 0;

  push(hash: Uint8Array): void {
    if ((this.#count + 1) * hashBytes > this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes.set(hash, this.#count * hashBytes);
    this.#count += 1;
  }

  /** A copy of the hashes from one up to another. */
  slice(from: number, to: number): Uint8Array {
    return this.#bytes.slice(from * hashBytes, to * hashBytes);
  }

  replace(from: number, hashes: Uint8Array): void {
    this.#bytes.set(hashes, from * hashBytes);
  }
}
