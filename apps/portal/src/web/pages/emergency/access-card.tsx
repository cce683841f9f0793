import { useEffect } from 'react';
import { emergencyFinding, emergencyReason } from '@rujukan/contracts';
import { useNow } from '../../app/clock.js';
import { findDraft } from '../../app/drafts.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useMe } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import type { Emergency } from '../../data/emergencies.js';
import { Button } from '../../design/button.js';
import { Chip, DeadlineChip } from '../../design/chip.js';
import { Facts, Panel } from '../../design/page.js';
import { dateTime } from '../../design/time.js';
import { FilePanel } from '../case/file-panel.js';
import { ReviewForm } from './review-form.js';
import { emergencyTexts } from './texts.js';

const toneOf = { running: 'danger', 'awaiting-review': 'warn', reviewed: 'ok' } as const;

/** Which access is being reviewed: one at a time on a page. */
interface Reviewing {
  readonly reviewed: string | undefined;
  readonly onReview: (id: string | undefined) => void;
}

/** One access: who, why, how long still; its file for whoever holds it, its review for whoever must give one. */
export function AccessCard({ emergency, ...review }: { emergency: Emergency } & Reviewing) {
  const t = useTexts(emergencyTexts);
  const me = useMe();
  const agency = useAgencyName();
  const status = useStatus(emergency);
  const isMine = emergency.subject === me.subject;
  return (
    <>
      <Panel
        title={isMine ? t.mine : t.item(agency(emergency.agencyId))}
        aside={
          <span>
            <Chip tone={toneOf[status]}>{t[status]}</Chip>{' '}
            {status === 'running' && <DeadlineChip dueAt={emergency.endsAt} />}
            {status === 'awaiting-review' && <DeadlineChip dueAt={emergency.reviewDueAt} />}
          </span>
        }
      >
        <AccessFacts emergency={emergency} />
        {emergency.allowedActions.includes('review') && <Review emergency={emergency} {...review} />}
      </Panel>
      {isMine && status === 'running' && (
        <FilePanel caseId={emergency.caseId} isCustodian={false} firstPurpose="child-protection-emergency" />
      )}
    </>
  );
}

/** What runs is over to the minute, also before the page has asked again. */
function useStatus({ status, endsAt }: Emergency): Emergency['status'] {
  const now = useNow();
  return status === 'running' && now !== undefined && new Date(endsAt) <= now ? 'awaiting-review' : status;
}

function AccessFacts({ emergency }: { emergency: Emergency }) {
  const t = useTexts(emergencyTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const { language } = useLanguage();
  return (
    <Facts
      facts={[
        [t.reason, display(emergencyReason, emergency.reason)],
        [t.note, emergency.note],
        [t.custodian, agency(emergency.custodianAgencyId)],
        [t.startedAt, dateTime(emergency.startedAt, language)],
        [t.endsAt, dateTime(emergency.endedAt ?? emergency.endsAt, language)],
        emergency.finding === undefined && [t.reviewDueAt, dateTime(emergency.reviewDueAt, language)],
        [t.finding, display(emergencyFinding, emergency.finding)],
        [t.findingNote, emergency.findingNote],
        [t.caseCode, <code>{emergency.caseId}</code>],
      ]}
    />
  );
}

function Review({ emergency, reviewed, onReview }: { emergency: Emergency } & Reviewing) {
  const t = useTexts(emergencyTexts);
  const { id } = emergency;
  const name = `/darurat?tinjau=${id}`;
  useEffect(() => {
    if (findDraft(name)) onReview(id);
  }, [name, id, onReview]);
  if (reviewed === id)
    return <ReviewForm emergency={emergency} draftName={name} onClose={() => onReview(undefined)} />;
  return (
    <div>
      <Button onClick={() => onReview(id)}>{t.review}</Button>
    </div>
  );
}
