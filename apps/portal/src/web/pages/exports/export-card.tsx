import { exportReason } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { saveFile } from '../../app/save-file.js';
import { useMay, useMe } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import { approveExport, downloadExport, type Export } from '../../data/exports.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Chip } from '../../design/chip.js';
import { Facts, Panel, type Fact } from '../../design/page.js';
import { dateTime } from '../../design/time.js';
import { shortCode } from '../trail/sentence.js';
import { exportsTexts } from './texts.js';
import styles from './view.module.css';

const toneOf = { waiting: 'warn', requested: 'info', made: 'info', ready: 'ok', purged: 'neutral' } as const;

/** One package: why, how far it is, and what can be done with it now. */
export function ExportCard({ wanted }: { wanted: Export }) {
  const t = useTexts(exportsTexts);
  const isMine = wanted.requestedBy === useMe().subject;
  return (
    <Panel
      title={t.title(shortCode(wanted.id))}
      aside={<Chip tone={toneOf[wanted.status]}>{t[wanted.status]}</Chip>}
    >
      <ExportFacts wanted={wanted} isMine={isMine} />
      <NextStep wanted={wanted} isMine={isMine} />
    </Panel>
  );
}

/** How far it is, or what can be done now. */
function NextStep({ wanted, isMine }: { wanted: Export; isMine: boolean }) {
  const t = useTexts(exportsTexts);
  const may = useMay();
  switch (wanted.status) {
    case 'waiting':
      if (isMine) return <p>{t.waitingMine}</p>;
      return may('export:approve') ? <Approval id={wanted.id} /> : null;
    case 'requested':
      return <Progress wanted={wanted} />;
    case 'made':
      return <p>{t.madeHint}</p>;
    case 'ready':
      return may('audit:read') ? <Download id={wanted.id} /> : null;
    case 'purged':
      return <p>{t.purgedHint}</p>;
  }
}

function ExportFacts({ wanted, isMine }: { wanted: Export; isMine: boolean }) {
  const t = useTexts(exportsTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const { language } = useLanguage();
  const { criteria, purgeAt, manifest } = wanted;
  const moment = (at: string | null | undefined) => at && dateTime(at, language);
  const asked: readonly (Fact | false | undefined)[] = [
    [t.case, criteria.case && <code>{criteria.case}</code>],
    [t.agency, agency(criteria.agency)],
    [t.outcome, criteria.outcome && t[criteria.outcome]],
    [t.from, moment(criteria.from)],
    [t.to, moment(criteria.to)],
  ];
  return (
    <Facts
      facts={[
        [t.reason, display(exportReason, wanted.reason)],
        ...asked,
        [t.entries, wanted.entries],
        [t.requestedAt, moment(wanted.requestedAt)],
        [t.requestedBy, isMine ? t.you : t.person(shortCode(wanted.requestedBy))],
        wanted.status === 'ready' && purgeAt !== null && [t.purgeAt, moment(purgeAt)],
        manifest !== null && [t.manifest, <code key="manifest">{manifest}</code>],
      ]}
    />
  );
}

function Progress({ wanted: { entriesDone, entries } }: { wanted: Export }) {
  const t = useTexts(exportsTexts);
  const text = t.progress(entriesDone, entries);
  return (
    <div className={styles['progress']}>
      <progress max={entries} value={entriesDone} aria-label={text} />
      <span aria-hidden="true">{text}</span>
    </div>
  );
}

function Approval({ id }: { id: string }) {
  const t = useTexts(exportsTexts);
  const reload = () => queryClient.invalidateQueries({ queryKey: ['exports'] });
  const act = useAct({
    doneText: t.approved,
    act: (wanted: string, key) => approveExport(wanted, key),
    onDone: reload,
  });
  return (
    <>
      <ActFailure act={act} onReload={() => void reload()} />
      <div>
        <Button isBusy={act.isBusy} onClick={() => act.run(id)}>
          {t.approve}
        </Button>
      </div>
    </>
  );
}

function Download({ id }: { id: string }) {
  const t = useTexts(exportsTexts);
  const act = useAct({
    doneText: t.downloaded,
    act: (wanted: string) => downloadExport(wanted),
    onDone: (file) => saveFile(`berkas-bukti-${id}.tar`, file),
  });
  return (
    <>
      <ActFailure act={act} />
      <ButtonRow>
        <Button isBusy={act.isBusy} onClick={() => act.run(id)}>
          {t.download}
        </Button>
      </ButtonRow>
      <details>
        <summary>{t.check}</summary>
        <p>{t.howTo}</p>
        <p>
          <code>node audit-verify.mjs package --policy policy .</code>
        </p>
      </details>
    </>
  );
}
