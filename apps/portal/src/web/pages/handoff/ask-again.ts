import type { Handoff, NewHandoff } from '../../data/handoffs.js';
import type { Provider } from '../../data/providers.js';

/** The words of a handoff that nobody took, for another provider. Undefined where they cannot be read. */
export function askAgain(
  { kind, serviceType, shareProfile, lawfulBasis, purpose, priority, note }: Handoff,
  caseId: string,
  { agency, service }: Pick<Provider, 'agency' | 'service'>,
): NewHandoff | undefined {
  if (purpose === undefined) return undefined;
  const { code, article } = lawfulBasis;
  return {
    caseId,
    kind,
    to: { agencyId: agency.id, serviceId: service.id },
    serviceType,
    shareProfile,
    lawfulBasis: { code, ...(article === undefined ? {} : { article }) },
    purpose,
    priority,
    ...(note === undefined ? {} : { note }),
  };
}
