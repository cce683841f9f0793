import { useFormContext } from 'react-hook-form';
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
import { useAgencyName } from '../../data/agencies.js';
import { ChangeButton } from '../../design/change-button.js';
import { languageNames } from '../../design/languages.js';
import { regionName } from '../../design/options.js';
import { Facts, Panel, type Fact } from '../../design/page.js';
import { dateTime, day, fromLocalInput } from '../../design/time.js';
import type { ChildForm, ReportForm } from './report-form.js';
import { fileReportTexts } from './texts.js';

/** Everything once more before it goes, each part with the way back to it. */
export function CheckStep({ onChange }: { onChange: (step: number) => void }) {
  const t = useTexts(fileReportTexts);
  const form = useFormContext<ReportForm>().getValues();
  const change = (step: number, name: string) => <ChangeButton part={name} onClick={() => onChange(step)} />;
  return (
    <>
      <p>{t.checkLead}</p>
      <Panel title={t.stepEvent} aside={change(0, t.stepEvent)}>
        <EventFacts form={form} />
      </Panel>
      {form.children.map((child, index) => (
        <Panel key={index} title={t.child(index + 1)} aside={change(1, t.child(index + 1))}>
          <ChildFacts child={child} />
        </Panel>
      ))}
      <Panel title={t.stepPattern} aside={change(2, t.stepPattern)}>
        <PatternFacts form={form} />
      </Panel>
      <Panel title={t.stepReporter} aside={change(3, t.stepReporter)}>
        <ReporterFacts form={form} />
      </Panel>
    </>
  );
}

function EventFacts({ form }: { form: ReportForm }) {
  const t = useTexts(fileReportTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const when = form.occurredAt && dateTime(fromLocalInput(form.occurredAt), language);
  const facts: Fact[] = [
    [t.immediateSafety, display(immediateSafety, form.immediateSafety)],
    [t.channel, display(intakeChannel, form.channel)],
    [t.occurredAt, when || t.none],
    [t.placeType, display(placeType, form.place.type)],
    [t.area, regionName(form.place.areaCode) || t.none],
    [t.placeDescription, form.place.description],
    [t.summary, form.summary],
    [t.policeReportNumber, form.policeReportNumber || t.none],
  ];
  return <Facts facts={facts} />;
}

function ChildFacts({ child }: { child: ChildForm }) {
  const t = useTexts(fileReportTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const facts: Fact[] = [
    [t.name, child.name || t.none],
    [t.sex, display(sex, child.sex)],
    [t.birthDate, child.birthDate && day(child.birthDate, language)],
    [t.statedAge, child.statedAge],
    [t.ageCertainty, display(ageCertainty, child.ageCertainty)],
    [t.nik, child.nik],
    [t.currentLocation, child.currentLocation],
    [t.residenceArea, regionName(child.residence.areaCode)],
    [t.address, child.residence.address],
    [t.guardianName, child.guardian.name],
    [
      t.guardianRelationship,
      child.guardian.relationship && display(offenderRelationship, child.guardian.relationship),
    ],
    [t.guardianIsSuspect, child.guardian.isSuspect ? t.yes : ''],
    [t.languages, languageNames(child.languages, language)],
    [t.hasDisability, child.hasDisability ? t.yes : ''],
  ];
  return <Facts facts={facts} />;
}

function PatternFacts({ form }: { form: ReportForm }) {
  const t = useTexts(fileReportTexts);
  const display = useDisplay();
  const all = (list: CodeList<string>, codes: readonly string[]) =>
    codes.map((code) => display(list, code)).join(', ') || t.none;
  return (
    <Facts
      facts={[
        [t.exploitationTypes, all(exploitationType, form.exploitationTypes)],
        [t.modus, all(modus, form.modus)],
        [t.platforms, all(platformCategory, form.platforms)],
        [t.factors, all(contributingFactor, form.contributingFactors)],
      ]}
    />
  );
}

function ReporterFacts({ form }: { form: ReportForm }) {
  const t = useTexts(fileReportTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const { name, phone, note } = form.reporterContact;
  return (
    <Facts
      facts={[
        [t.reporterRole, display(reporterRole, form.reporterRole)],
        [t.contactName, form.isAnonymous ? t.anonymous : name || t.none],
        !form.isAnonymous && [t.contactPhone, phone],
        !form.isAnonymous && [t.contactNote, note],
        [t.recipient, agency(form.recipientAgencyId) || t.recipientOwn],
      ]}
    />
  );
}
