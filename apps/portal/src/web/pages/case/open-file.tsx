import {
  contributingFactor,
  exploitationType,
  fieldGroup,
  immediateSafety,
  modus,
  placeType,
  platformCategory,
  type CodeList,
} from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import type { CaseFile } from '../../data/cases.js';
import { regionName } from '../../design/options.js';
import { Facts, Notice, type Fact } from '../../design/page.js';
import { dateTime } from '../../design/time.js';
import { fileReportTexts } from '../file-report/texts.js';
import { ChildFacts } from '../report/content.js';
import { caseTexts } from './texts.js';
import styles from './view.module.css';

/** What the agency was given, and no more. */
export function OpenFile({ file }: { file: CaseFile }) {
  const t = useTexts(caseTexts);
  const display = useDisplay();
  const { guardian, isGuardianSuspect } = file.child;
  return (
    <>
      {(isGuardianSuspect || guardian?.isSuspect) && (
        <Notice tone="danger">
          <strong>{t.guardianIsSuspect}</strong>
        </Notice>
      )}
      <div className={styles['section']}>
        <h3>{t.childHeading}</h3>
        <ChildFacts child={file.child} />
      </div>
      <div className={styles['section']}>
        <h3>{t.eventHeading}</h3>
        <IncidentFacts file={file} />
      </div>
      <p>
        <strong>{t.seen}:</strong> {file.fieldGroups.map((group) => display(fieldGroup, group)).join('; ')}
      </p>
    </>
  );
}

function IncidentFacts({ file }: { file: CaseFile }) {
  const t = useTexts(fileReportTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const { incident } = file;
  const all = (list: CodeList<string>, codes: readonly string[] | undefined) =>
    codes?.map((code) => display(list, code)).join(', ');
  const facts: Fact[] = [
    [t.summary, incident.summary],
    [t.immediateSafety, display(immediateSafety, incident.immediateSafety)],
    [t.occurredAt, incident.occurredAt && dateTime(incident.occurredAt, language)],
    [t.placeType, display(placeType, incident.place?.type)],
    [t.area, regionName(incident.place?.areaCode)],
    [t.placeDescription, incident.place?.description],
    [t.exploitationTypes, all(exploitationType, incident.exploitationTypes)],
    [t.modus, all(modus, incident.modus)],
    [t.platforms, all(platformCategory, incident.platforms)],
    [t.factors, all(contributingFactor, incident.contributingFactors)],
    [t.policeReportNumber, file.policeReportNumber],
  ];
  return <Facts facts={facts} />;
}
