import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ageBand, caseStatus, clockDefinition, riskLevel } from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import { casesQuery, intakeTimelineQuery, type Custody } from '../../data/cases.js';
import { Chip, DeadlineChip } from '../../design/chip.js';
import { riskTone } from '../../design/risk.js';
import { Code } from '../../design/states.js';
import { dateTime } from '../../design/time.js';
import { nextDuty } from './next-duty.js';
import { caseTexts } from './texts.js';
import { useCaseHandoffs } from './use-case-handoffs.js';
import styles from './view.module.css';

/** Which case, which state, who holds it now, what is due next. */
export function IdentityBar({ custody, isCustodian }: { custody: Custody; isCustodian: boolean }) {
  const t = useTexts(caseTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const holder = agency(custody.custodianAgencyId);
  const alias = useAlias(custody.caseId);
  return (
    <section className={styles['bar']} aria-label={t.identity}>
      <dl className={styles['barFacts']}>
        <div className={styles['holder']}>
          <dt>{t.custodian}</dt>
          <dd>{isCustodian ? t.ours(holder) : holder}</dd>
        </div>
        {alias && (
          <div>
            <dt>{t.alias}</dt>
            <dd>{alias}</dd>
          </div>
        )}
        <div>
          <dt>{t.status}</dt>
          <dd>{display(caseStatus, custody.status)}</dd>
        </div>
        <div>
          <dt>{t.risk}</dt>
          <dd>
            <Chip tone={riskTone[custody.riskLevel]}>{display(riskLevel, custody.riskLevel)}</Chip>
          </dd>
        </div>
        <div>
          <dt>{t.age}</dt>
          <dd>{display(ageBand, custody.ageBand)}</dd>
        </div>
      </dl>
      <NextDuty custody={custody} />
      <Code label={t.codeForAuditor} code={`${custody.caseNumber} ${custody.caseId}`} />
    </section>
  );
}

function NextDuty({ custody }: { custody: Custody }) {
  const t = useTexts(caseTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const { data: timeline } = useQuery(intakeTimelineQuery(custody.caseId));
  const { handoffs } = useCaseHandoffs(custody.caseId);
  const duty = nextDuty(timeline?.items ?? [], handoffs);
  return (
    <div className={styles['duty']}>
      <strong>{t.nextDuty}:</strong>
      {duty ? (
        <>
          <span>
            {duty.kind === 'clock'
              ? display(clockDefinition, duty.definition)
              : t.dutyAnswer(duty.agencyName)}
            , {dateTime(duty.dueAt, language)}
          </span>
          <DeadlineChip dueAt={duty.dueAt} />
        </>
      ) : (
        <span>{t.noDuty}</span>
      )}
    </div>
  );
}

/** What this agency calls the child in its lists. */
function useAlias(caseId: string): string | undefined {
  const { data } = useInfiniteQuery({ ...casesQuery, staleTime: 60_000 });
  return data?.pages.flatMap((page) => page.items).find((one) => one.id === caseId)?.alias;
}
