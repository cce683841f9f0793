import {
  ageCertainty,
  contributingFactor,
  exploitationType,
  immediateSafety,
  intakeChannel,
  modus,
  offenderRelationship,
  placeType,
  platformCategory,
  reporterRole,
  sex,
  type CodeList,
} from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import type { Report, ReportedChild } from '../../data/reports.js';
import { languageNames } from '../../design/languages.js';
import { regionName } from '../../design/options.js';
import { Facts, Notice, Panel, type Fact } from '../../design/page.js';
import { dateTime, day } from '../../design/time.js';
import { fileReportTexts, type FileReportTexts } from '../file-report/texts.js';
import { reportTexts } from './texts.js';

/** What the report says, as far as the agency may read it. */
export function ReportContentPanels({ report }: { report: Report }) {
  const t = useTexts(reportTexts);
  return (
    <>
      <Panel title={t.event}>
        <EventFacts report={report} />
      </Panel>
      {report.children?.map((child, index) => (
        <Panel key={index} title={t.child(index + 1)}>
          {child.guardian?.isSuspect && (
            <Notice tone="danger">
              <strong>{t.guardianIsSuspect}</strong>
            </Notice>
          )}
          <ChildFacts child={child} />
        </Panel>
      ))}
      <Panel title={t.pattern}>
        <PatternFacts report={report} />
      </Panel>
      <Panel title={t.reporter}>
        <ReporterFacts report={report} />
      </Panel>
    </>
  );
}

function EventFacts({ report }: { report: Report }) {
  const t = useTexts(fileReportTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const facts: Fact[] = [
    [t.immediateSafety, display(immediateSafety, report.immediateSafety)],
    [t.channel, display(intakeChannel, report.channel)],
    [t.occurredAt, report.occurredAt && dateTime(report.occurredAt, language)],
    [t.placeType, display(placeType, report.place?.type)],
    [t.area, regionName(report.place?.areaCode)],
    [t.placeDescription, report.place?.description],
    [t.summary, report.summary],
    [t.policeReportNumber, report.policeReportNumber],
  ];
  return <Facts facts={facts} />;
}

/** What is known of a child: only what was given to this agency is there to be shown. */
export function ChildFacts({ child }: { child: Partial<ReportedChild> }) {
  const t = useTexts(fileReportTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const { residence } = child;
  const facts: Fact[] = [
    [t.name, child.name],
    [t.sex, display(sex, child.sex)],
    [t.birthDate, child.birthDate && day(child.birthDate, language)],
    [t.statedAge, child.statedAge],
    [t.ageCertainty, display(ageCertainty, child.ageCertainty)],
    [t.nik, child.nik],
    [t.currentLocation, child.currentLocation],
    [t.residenceArea, regionName(residence?.areaCode)],
    [t.address, residence?.address],
    ...guardianFacts(child.guardian, t, display),
    [t.languages, child.languages && languageNames(child.languages, language)],
    [t.hasDisability, child.hasDisability ? t.yes : undefined],
  ];
  return <Facts facts={facts} />;
}

function guardianFacts(
  guardian: ReportedChild['guardian'],
  t: FileReportTexts,
  display: ReturnType<typeof useDisplay>,
): Fact[] {
  if (!guardian) return [];
  return [
    [t.guardianName, guardian.name],
    [t.guardianRelationship, display(offenderRelationship, guardian.relationship)],
    [t.guardianIsSuspect, guardian.isSuspect ? t.yes : undefined],
  ];
}

function PatternFacts({ report }: { report: Report }) {
  const t = useTexts(fileReportTexts);
  const display = useDisplay();
  const all = (list: CodeList<string>, codes: readonly string[] | undefined) =>
    codes?.map((code) => display(list, code)).join(', ') || t.none;
  return (
    <Facts
      facts={[
        [t.exploitationTypes, all(exploitationType, report.exploitationTypes)],
        [t.modus, all(modus, report.modus)],
        [t.platforms, all(platformCategory, report.platforms)],
        [t.factors, all(contributingFactor, report.contributingFactors)],
      ]}
    />
  );
}

function ReporterFacts({ report }: { report: Report }) {
  const t = useTexts(fileReportTexts);
  const display = useDisplay();
  const contact = report.reporterContact;
  return (
    <Facts
      facts={[
        [t.reporterRole, display(reporterRole, report.reporterRole)],
        [t.contactName, report.isAnonymous ? t.anonymous : contact?.name],
        [t.contactPhone, contact?.phone],
        [t.contactNote, contact?.note],
      ]}
    />
  );
}
