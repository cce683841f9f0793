import { agencyType, roleName, type CodeList } from '@rujukan/contracts';
import type { LogEntry } from '../log-entry.js';
import { inBoth, said, type Said } from './said.js';

/** An agency as the directory announces it; both are public. */
export interface Agency {
  readonly code: string;
  readonly type: string;
}

export type Agencies = ReadonlyMap<string, Agency>;

/** What an agency is called: kind and code, `UPTD PPA (uptd-ptk)`. */
export function agencyWords(agencies: Agencies, id: string | undefined): Said {
  const agency = id === undefined ? undefined : agencies.get(id);
  if (!agency)
    return said(`instansi ${id?.slice(0, 8) ?? 'tidak dikenal'}`, `agency ${id?.slice(0, 8) ?? 'unknown'}`);
  const kind = displayOf(agencyType, agency.type);
  return inBoth((language) => `${kind[language]} (${agency.code})`);
}

/** Whether this agency is the police; one that is not known is not taken for them. */
export const isPolice = (agencies: Agencies, id: string | undefined): boolean =>
  id !== undefined && policeTypes.includes(agencies.get(id)?.type ?? '');

const policeTypes: readonly string[] = ['police-wcpu', 'police-regional'];

/** Who acted, by role and agency and never by person: `Manajer kasus dari UPTD PPA (uptd-ptk)`. */
export function actorWords(agencies: Agencies, { actor }: LogEntry): Said {
  if (actor.kind === 'service') {
    const service = actor.sub.replace(/^system:/, '');
    return said(`Sistem (${service})`, `System (${service})`);
  }
  const agency = agencyWords(agencies, actor.org);
  const role = actor.roles?.map((one) => displayOf(roleName, one))[0] ?? said('Seseorang', 'Somebody');
  if (actor.org === undefined) return role;
  return said(`${role.id} dari ${agency.id}`, `${role.en} of ${agency.en}`);
}

/** A code in words; one that is newer than the list here is said as it is. */
export const displayOf = (list: CodeList<string>, code: string): Said =>
  Object.hasOwn(list.display, code) ? list.display[code]! : said(code, code);
