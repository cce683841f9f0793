/** Header that only script on our own pages can add without asking us first (RFC 10017, CSRF defence). */
export const portalHeader = 'x-rujukan-portal';

interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * True when a call to `/api` or `/auth` can only have come from the portal's own pages. Reads need the header and must
 * not be known as cross-site; changes also need our very origin and, with a body, JSON (which a foreign form cannot send).
 */
export function cameFromOurPage({ method, headers }: Sent, portalOrigin: string): boolean {
  if (headers[portalHeader] !== '1') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (method === 'GET' || method === 'HEAD') return true;
  if (headers['origin'] !== portalOrigin) return false;
  const type = headers['content-type'];
  return type === undefined || /^application\/json\s*(;|$)/i.test(String(type));
}
