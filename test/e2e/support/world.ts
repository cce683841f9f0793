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

/** Words that only synthetic people and agencies carry: wherever they turn up, personal data could have. */
export const canaries = ['Contoh', 'Percontohan', '(Demo)'] as const;
