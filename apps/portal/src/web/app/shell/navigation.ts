import type { Permission } from '@rujukan/authz';
import { useMay } from '../session/me.js';

/** Pages of the menu, and what a role needs for each. The addresses tell a passer-by nothing. */
const pages = [
  { to: '/', text: 'today' },
  { to: '/l', text: 'reports', needs: 'report:read' },
  { to: '/kotak-masuk', text: 'inbox', needs: 'handoff:read' },
  { to: '/terkirim', text: 'outbox', needs: 'handoff:create' },
  { to: '/k', text: 'cases', needs: 'case:read' },
  { to: '/persetujuan', text: 'approvals', needs: 'closure:approve' },
  { to: '/jejak', text: 'trail', needs: 'audit:read' },
] as const satisfies readonly { to: string; text: string; needs?: Permission }[];

export function useNavigation() {
  const may = useMay();
  return pages.filter((page) => !('needs' in page) || may(page.needs));
}
