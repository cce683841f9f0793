import type { LogEntry } from '../log-entry.js';
import { actNames } from '@rujukan/contracts';
import { said, type Said } from './said.js';

// An act that is newer than the list is said by what it does to data.
const byAction: Readonly<Record<string, (type: string) => Said>> = {
  C: (type) => said(`membuat data (${type})`, `created data (${type})`),
  R: (type) => said(`membaca data (${type})`, `read data (${type})`),
  U: (type) => said(`mengubah data (${type})`, `changed data (${type})`),
  D: (type) => said(`menghapus data (${type})`, `deleted data (${type})`),
};

/** What an act is called in a sentence. */
export function actWords({ type, action }: Pick<LogEntry, 'type' | 'action'>): Said {
  if (Object.hasOwn(actNames, type)) return actNames[type]!;
  const [, setting] = /^identity\.admin\.(.+)$/.exec(type) ?? [];
  if (setting !== undefined)
    return said(`mengubah pengaturan akun (${setting})`, `changed a setting of accounts (${setting})`);
  return byAction[action]?.(type) ?? said(`menjalankan tindakan (${type})`, `carried out an act (${type})`);
}
