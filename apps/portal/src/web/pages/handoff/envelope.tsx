import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  ageBand,
  fieldGroup,
  lawfulBasis,
  outcome,
  priority,
  rejectionReason,
  riskLevel,
  serviceType,
  sex,
} from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import { handoffStepsQuery, isFinal, type Handoff } from '../../data/handoffs.js';
import { useArticles } from '../../data/lawful-bases.js';
import { languageNames } from '../../design/languages.js';
import { regionName } from '../../design/options.js';
import { Facts, Panel, type Fact } from '../../design/page.js';
import { dateTime } from '../../design/time.js';
import styles from './envelope.module.css';
import { handoffTexts } from './texts.js';

/** What is asked in one line, so that nobody on a telephone decides before having read it. */
export function Gist({ handoff }: { handoff: Handoff }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const { riskLevel: risk } = handoff;
  const child = [display(sex, handoff.sex), display(ageBand, handoff.ageBand)].filter(Boolean).join(' ');
  const parts = [
    display(serviceType, handoff.serviceType),
    display(priority, handoff.priority),
    risk && t.riskOf(display(riskLevel, risk)),
    child,
    regionName(handoff.areaCode),
  ];
  return (
    <p>
      <strong>{parts.filter(Boolean).join(' · ')}</strong>
    </p>
  );
}

/** Enough to decide, too little to recognise anybody. */
export function EnvelopePanel({ handoff }: { handoff: Handoff }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const agency = useAgencyName();
  const { lawfulBasis: basis } = handoff;
  const about = useArticles()(basis.code).find(({ article }) => article === basis.article)?.about;
  const disability = handoff.hasDisability ? t.yes : t.no;
  const facts: Fact[] = [
    [t.from, handoff.from.name],
    [t.forwarded, agency(handoff.forwardedBy?.agencyId)],
    [t.to, handoff.to.name],
    [t.service, display(serviceType, handoff.serviceType)],
    [t.priority, display(priority, handoff.priority)],
    [t.risk, display(riskLevel, handoff.riskLevel)],
    [t.ageBand, display(ageBand, handoff.ageBand)],
    [t.sex, display(sex, handoff.sex)],
    [t.area, regionName(handoff.areaCode)],
    [t.languages, handoff.languages && languageNames(handoff.languages, language)],
    [t.disability, handoff.hasDisability === undefined ? undefined : disability],
    [
      t.basis,
      [display(lawfulBasis, basis.code), about?.[language], basis.article].filter(Boolean).join(', '),
    ],
    [t.requestedAt, dateTime(handoff.requestedAt, language)],
    [t.purpose, handoff.purpose],
    [t.note, handoff.note],
    [t.reason, display(rejectionReason, handoff.statusReason)],
    [t.outcome, display(outcome, handoff.outcome)],
    [t.reply, handoff.reply],
  ];
  return (
    <Panel title={t.envelope}>
      <Facts facts={facts} />
    </Panel>
  );
}

/** Which groups of data acceptance opens, or opened, to the receiver. */
export function SharedPanel({ handoff, isSender }: { handoff: Handoff; isSender: boolean }) {
  const t = useTexts(handoffTexts);
  const { data: past } = useQuery({ ...handoffStepsQuery(handoff), placeholderData: keepPreviousData });
  const wasAccepted = past?.items.some(({ status }) => status === 'accepted') ?? false;
  const access = accessOf(handoff, isSender, wasAccepted);
  return (
    <Panel title={access === 'closed' ? t.hiddenTitle : t.shared}>
      {access === 'closed' && <p>{t.hiddenText}</p>}
      {access !== 'ended' && <SharedGroups handoff={handoff} />}
      {access === 'ended' && past && <p>{wasAccepted ? t.sharedEnded : t.neverShared}</p>}
    </Panel>
  );
}

/** It ends with the handoff, and before it where the consent that it rested on is gone. */
function accessOf(
  { status, kind, caseId }: Handoff,
  isSender: boolean,
  wasAccepted: boolean,
): 'closed' | 'open' | 'ended' {
  if (isFinal(status)) return 'ended';
  if (isSender || caseId !== undefined) return 'open';
  return wasAccepted && kind !== 'consultation' ? 'ended' : 'closed';
}

export function SharedGroups({ handoff }: { handoff: Pick<Handoff, 'willShare'> }) {
  const display = useDisplay();
  return (
    <ul className={styles['groups']}>
      {handoff.willShare.map((group) => (
        <li key={group}>{display(fieldGroup, group)}</li>
      ))}
    </ul>
  );
}
