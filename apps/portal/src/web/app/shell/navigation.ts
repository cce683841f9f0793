import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { Permission } from '@rujukan/authz';
import { handoffQuery } from '../../data/handoffs.js';
import { useMay, useMe } from '../session/me.js';

/** Pages of the menu, and what a role needs for each. The addresses tell a passer-by nothing. */
const pages = [
  { to: '/', text: 'today' },
  { to: '/l', text: 'reports', needs: 'report:read' },
  { to: '/kotak-masuk', text: 'inbox', needs: 'handoff:read' },
  { to: '/terkirim', text: 'outbox', needs: 'handoff:create' },
  { to: '/k', text: 'cases', needs: 'case:read' },
  { to: '/batas-waktu', text: 'clocks', needs: 'clock:read' },
  { to: '/persetujuan', text: 'approvals', needs: 'closure:approve' },
  { to: '/darurat', text: 'emergency', needs: 'emergency:read' },
  { to: '/jejak', text: 'trail', needs: 'audit:read' },
  { to: '/tanya', text: 'ask', needs: 'audit:read' },
  { to: '/ekspor', text: 'exports', needs: 'export:read' },
  { to: '/periksa', text: 'verify', needs: 'audit:read' },
] as const satisfies readonly { to: string; text: string; needs?: Permission }[];

export function useNavigation() {
  const may = useMay();
  return pages.filter((page) => !('needs' in page) || may(page.needs));
}

/** Which page of the menu the present address is, or belongs to: a case belongs to the cases. */
export function useSection(): { readonly to: string; readonly isItself: boolean } {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const handoffBox = useHandoffBox(path);
  const first = `/${path.split('/')[1] ?? ''}`;
  return { to: handoffBox ?? first, isItself: path === first };
}

/** A handoff is in the inbox of one agency and among what the other has sent. Which one, its page has already asked. */
function useHandoffBox(path: string): string | undefined {
  const me = useMe();
  const id = /^\/r\/([^/]+)/.exec(path)?.[1] ?? '';
  const { data: handoff } = useQuery({ ...handoffQuery(id), enabled: false });
  return handoff && (handoff.from.agencyId === me.agencyId ? '/terkirim' : '/kotak-masuk');
}
