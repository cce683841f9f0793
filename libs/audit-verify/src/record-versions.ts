const notNumbered = 0xffff_ffff;
const wordsPerKey = 5;

/** A record, and who gives it its versions. */
export interface NumberedRecord {
  readonly source: string;
  readonly type: string;
  readonly id: string;
}

/**
 * Follows the versions that each source gives a record: 1, 2, 3 without a hole. Two sources that number what they know of
 * one record do so apart: the numbers of one must not fill the holes of the other. A record of which one write names no
 * version is not numbered by that source and left alone. Millions of records fit, because their ids are kept as numbers.
 */
export class RecordVersions {
  /** Each pair of a source and a type that has come. */
  readonly #kinds: string[] = [];
  #keys = new Uint32Array(1024 * wordsPerKey);
  /** Up to which version all have come; 0 is a free place. */
  #reached = new Uint32Array(1024);
  #count = 0;
  /** Versions that came before their turn, with when the log took them. */
  readonly #early = new Map<string, Map<number, number>>();
  /** Records whose id is no UUID. */
  readonly #others = new Map<string, number>();
  readonly #key = new Uint32Array(wordsPerKey);

  /** @param recorded when the log took the write, in milliseconds since 1970. */
  take({ source, type, id }: NumberedRecord, version: number | null, recorded: number): void {
    const kind = `${source}/${type}`;
    const reached = this.#find(kind, id);
    if (reached === notNumbered) return;
    if (version === null) {
      this.#early.delete(`${kind} ${id}`);
      this.#set(kind, id, notNumbered);
    } else if (version === reached + 1) this.#advance(kind, id, version);
    else if (version > reached) {
      const early = this.#early.get(`${kind} ${id}`) ?? new Map<number, number>();
      this.#early.set(`${kind} ${id}`, early.set(version, early.get(version) ?? recorded));
    }
  }

  /** Records that have a later version and not all before it; old after `grace` milliseconds, at `now`. */
  missing(now: number, grace: number): { record: string; from: number; to: number; isOld: boolean }[] {
    return [...this.#early].map(([name, versions]) => {
      const [kind, id] = name.split(' ') as [string, string];
      const isOld = now - Math.min(...versions.values()) >= grace;
      const record = `${kind.slice(kind.lastIndexOf('/') + 1)} ${id}`;
      return { record, from: this.#find(kind, id) + 1, to: Math.min(...versions.keys()) - 1, isOld };
    });
  }

  /** How many records are numbered. */
  get numbered(): number {
    const isNumbered = (reached: number) => reached !== 0 && reached !== notNumbered;
    return this.#reached.filter(isNumbered).length + [...this.#others.values()].filter(isNumbered).length;
  }

  #advance(kind: string, id: string, version: number): void {
    const early = this.#early.get(`${kind} ${id}`);
    let reached = version;
    while (early?.delete(reached + 1)) reached += 1;
    if (early?.size === 0) this.#early.delete(`${kind} ${id}`);
    this.#set(kind, id, reached);
  }

  #find(kind: string, id: string): number {
    if (!this.#toKey(kind, id)) return this.#others.get(`${kind} ${id}`) ?? 0;
    return this.#reached[this.#place()]!;
  }

  #set(kind: string, id: string, reached: number): void {
    if (!this.#toKey(kind, id)) {
      this.#others.set(`${kind} ${id}`, reached);
      return;
    }
    const place = this.#place();
    if (this.#reached[place] === 0) {
      this.#keys.set(this.#key, place * wordsPerKey);
      this.#count += 1;
    }
    this.#reached[place] = reached;
    if (this.#count * 2 > this.#reached.length) this.#double();
  }

  #toKey(kind: string, id: string): boolean {
    const hex = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)
      ? id.replaceAll('-', '')
      : null;
    if (hex === null) return false;
    let known = this.#kinds.indexOf(kind);
    if (known < 0) known = this.#kinds.push(kind) - 1;
    for (let word = 0; word < 4; word += 1)
      this.#key[word] = Number.parseInt(hex.slice(word * 8, word * 8 + 8), 16);
    this.#key[4] = known;
    return true;
  }

  /** Where the key is, or would be. */
  #place(): number {
    const [a, b, c, d, e] = this.#key;
    const places = this.#reached.length - 1;
    let place = (Math.imul(a! ^ d!, 0x9e37_79b1) ^ Math.imul(b! ^ c!, 0x85eb_ca6b) ^ e!) & places;
    while (this.#reached[place] !== 0 && !this.#isAt(place)) place = (place + 1) & places;
    return place;
  }

  #isAt(place: number): boolean {
    const at = place * wordsPerKey;
    for (let word = wordsPerKey - 1; word >= 0; word -= 1)
      if (this.#keys[at + word] !== this.#key[word]) return false;
    return true;
  }

  #double(): void {
    const [keys, reached] = [this.#keys, this.#reached];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#reached = new Uint32Array(reached.length * 2);
    for (let old = 0; old < reached.length; old += 1) {
      if (reached[old] === 0) continue;
      this.#key.set(keys.subarray(old * wordsPerKey, (old + 1) * wordsPerKey));
      const place = this.#place();
      this.#keys.set(this.#key, place * wordsPerKey);
      this.#reached[place] = reached[old]!;
    }
  }
}
