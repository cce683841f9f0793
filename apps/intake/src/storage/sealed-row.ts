import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';

/** The sealed columns of one row: each value is bound to its column, this row and the scope whose key seals it. */
export class SealedRow {
  constructor(
    private readonly tx: EntityManager,
    private readonly sealer: Sealer,
    private readonly row: { readonly table: string; readonly rowId: string; readonly scopeId: string },
  ) {}

  /** @param texts by property name; those without text give null. */
  async seal<Property extends string>(
    texts: Readonly<Record<Property, string | undefined>>,
  ): Promise<Record<Property, Buffer | null>> {
    const { table, rowId, scopeId } = this.row;
    const byColumn = Object.entries<string | undefined>(texts).map(([name, text]) => [columnOf(name), text]);
    const sealed = await this.sealer.sealRow(
      this.tx,
      scopeId,
      { table, rowId },
      Object.fromEntries(byColumn) as Record<string, string | undefined>,
    );
    return Object.fromEntries(
      Object.keys(texts).map((name) => [name, sealed[columnOf(name)] ?? null]),
    ) as Record<Property, Buffer | null>;
  }

  async open(property: string, blob: Buffer | null | undefined): Promise<string | undefined> {
    if (!blob) return undefined;
    const { table, rowId, scopeId } = this.row;
    return this.sealer.open(this.tx, scopeId, { table, column: columnOf(property), rowId }, blob);
  }
}

/** A value is bound to its column as the database knows it: `birthDate` lies in `birth_date`. */
const columnOf = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
