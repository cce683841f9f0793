import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fieldGroup, handoffKind, lawfulBasis, purposeOfUse } from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import { disclosuresQuery, type Disclosure } from '../../data/disclosures.js';
import { Chip } from '../../design/chip.js';
import { Listed } from '../../design/more.js';
import { Panel } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { dateTime } from '../../design/time.js';
import { caseTexts } from './texts.js';

/** Which agency got which part of the file, when, what for, on which basis, and until when. */
export function LedgerPanel({ caseId }: { caseId: string }) {
  const t = useTexts(caseTexts);
  const query = useInfiniteQuery(disclosuresQuery(caseId));
  return (
    <Panel title={t.ledger}>
      <Listed query={query} empty={<p>{t.ledgerEmpty}</p>}>
        {(lines) => (
          <Rows label={t.ledger}>
            {lines.map((line) => (
              <Line key={line.handoffId ?? line.accessId} line={line} />
            ))}
          </Rows>
        )}
      </Listed>
    </Panel>
  );
}

function Line({ line }: { line: Disclosure }) {
  const t = useTexts(caseTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const { language } = useLanguage();
  const { lawfulBasis: basis, until } = line;
  const why = [display(purposeOfUse, line.purpose), display(lawfulBasis, basis.code), basis.article];
  const kind = line.kind === 'emergency' ? t.emergency : display(handoffKind, line.kind);
  const name = `${line.to.name ?? agency(line.to.agencyId)} · ${kind}`;
  return (
    <Row
      link={
        line.handoffId === undefined ? (
          name
        ) : (
          <Link to="/r/$id" params={{ id: line.handoffId }}>
            {name}
          </Link>
        )
      }
      sub={
        <>
          {line.fieldGroups.map((group) => display(fieldGroup, group)).join('; ')}
          <br />
          {why.filter(Boolean).join(' · ')}
          <br />
          {t.disclosedAt(dateTime(line.disclosedAt, language))}
          {until && ` · ${t.disclosedUntil(dateTime(until, language))}`}
        </>
      }
      side={<Chip tone={until ? 'neutral' : 'info'}>{until ? t.accessOver : t.accessOpen}</Chip>}
    />
  );
}
