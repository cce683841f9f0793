import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ageBand, caseStatus, clockDefinition, riskLevel } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import { casesQuery, type ListedCase } from '../../data/cases.js';
import { Chip, DeadlineChip } from '../../design/chip.js';
import { Listed } from '../../design/more.js';
import { Numbers } from '../../design/numbers.js';
import { Page } from '../../design/page.js';
import { riskTone } from '../../design/risk.js';
import { Row, Rows } from '../../design/rows.js';
import { EmptyState } from '../../design/states.js';
import { casesTexts } from './texts.js';

export function CasesView() {
  const t = useTexts(casesTexts);
  const query = useInfiniteQuery(casesQuery);
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead}>
      <Listed
        query={query}
        empty={
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        }
      >
        {(cases) => (
          <Rows label={t.list}>
            {cases.map((one) => (
              <CaseRow key={one.id} one={one} />
            ))}
          </Rows>
        )}
      </Listed>
    </Page>
  );
}

function CaseRow({ one }: { one: ListedCase }) {
  const t = useTexts(casesTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const who = one.basis === 'custodian' ? t.mine : `${t.shared}, ${t.held(agency(one.custodianAgencyId))}`;
  const duty = one.nextDuty;
  return (
    <Row
      link={
        <Link to="/k/$id" params={{ id: one.id }}>
          <Numbers text={t.open(one.number, one.alias)} />
        </Link>
      }
      sub={
        <>
          {t.age(display(ageBand, one.ageBand))} · {who}
          {duty && ` · ${display(clockDefinition, duty.definition)}`}
        </>
      }
      side={
        <>
          <Chip tone={riskTone[one.riskLevel]}>{t.risk(display(riskLevel, one.riskLevel))}</Chip>
          {one.status !== 'open' && <Chip>{display(caseStatus, one.status)}</Chip>}
          {duty && <DeadlineChip dueAt={duty.dueAt} />}
        </>
      }
    />
  );
}
