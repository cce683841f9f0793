import { readFileSync } from 'node:fs';
import { stack } from '@rujukan/testing';
import { connect } from '../../../deploy/demo/client.mjs';
import { clockAt } from '../../../deploy/demo/movable-clock.mjs';

/** The stack under test, seen from outside: users by login, agencies' systems by client id, and its clock. */
export function world() {
  const here = stack();
  const api = connect(here);
  const agencyOf = (login: string): string => {
    const user = here.users.find((one) => one.login === login);
    if (!user) throw new Error(`no user ${login}`);
    return user.agencyId;
  };
  return { here, api, clock: clockAt(here.clockFile), agencyOf };
}

export const agencies = JSON.parse(
  readFileSync(new URL('../../../deploy/demo/agencies.json', import.meta.url), 'utf8'),
) as readonly { id: string; code: string; name: string; type: string }[];

/** Words that only synthetic people and agencies carry: wherever they turn up, personal data could have. */
export const canaries = ['Contoh', 'Percontohan', '(Demo)'] as const;
