import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { capacityStatus, serviceType } from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useMe } from '../../app/session/me.js';
import { agenciesQuery, servicesQuery, useAgencyName, type OfferedService } from '../../data/agencies.js';
import { RadioGroup, SelectField } from '../../design/field.js';
import { optionsOf } from '../../design/options.js';
import { Loaded } from '../../design/states.js';
import { profilesFor, referableServices, type ReferForm } from './refer-form.js';
import { referTexts } from './texts.js';

/** What the child needs comes first; who can give it follows from the directory. */
export const NeedStep = ({ isTransfer }: { isTransfer: boolean }) =>
  isTransfer ? <ChooseAgency /> : <ChooseService />;

/** Agencies that take part in the work on a case. */
const notReceivers = [
  'research-partner',
  'audit-body',
  'hotline-national',
  'court',
  'oversight-province',
  'oversight-city',
];

function ChooseAgency() {
  const t = useTexts(referTexts);
  const me = useMe();
  const { register, formState } = useFormContext<ReferForm>();
  const agencies = (useQuery(agenciesQuery).data ?? []).filter(
    (agency) => agency.id !== me.agencyId && !notReceivers.includes(agency.type),
  );
  return (
    <SelectField
      label={t.receiverAgency}
      options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
      error={formState.errors.agencyId?.message}
      {...register('agencyId', { required: t.required(t.receiverAgency) })}
    />
  );
}

function ChooseService() {
  const t = useTexts(referTexts);
  const { language } = useLanguage();
  const { register, formState, setValue, control } = useFormContext<ReferForm>();
  const need = useWatch({ control, name: 'serviceType' });
  const needs = optionsOf(serviceType, language).filter(({ value }) =>
    referableServices.some((service) => service === value),
  );
  return (
    <>
      <SelectField
        label={t.need}
        options={needs}
        error={formState.errors.serviceType?.message}
        {...register('serviceType', {
          required: t.required(t.need),
          onChange: () => {
            setValue('serviceId', '');
            setValue('agencyId', '');
            setValue('shareProfile', '');
          },
        })}
      />
      {need ? <ChooseReceiver need={need} /> : <p>{t.chooseNeedFirst}</p>}
      <ChooseProfile need={need} />
    </>
  );
}

function ChooseReceiver({ need }: { need: string }) {
  const t = useTexts(referTexts);
  const display = useDisplay();
  const me = useMe();
  const agency = useAgencyName();
  const query = useQuery(servicesQuery(need));
  const { register, formState, setValue } = useFormContext<ReferForm>();
  const roomOf = ({ capacity }: OfferedService) =>
    [
      display(capacityStatus, capacity.status),
      capacity.available !== undefined && t.places(capacity.available),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Loaded query={query} lines={3}>
      {(services) => {
        const others = services.filter((service) => service.agencyId !== me.agencyId).toSorted(byRoom);
        if (others.length === 0) return <p>{t.noService}</p>;
        return (
          <RadioGroup
            label={t.receiver}
            hint={t.receiverHint}
            options={others.map((service) => ({
              value: service.id,
              label: `${agency(service.agencyId)}: ${service.name}`,
              hint: roomOf(service),
            }))}
            error={formState.errors.serviceId?.message}
            {...register('serviceId', {
              required: t.required(t.receiver),
              onChange: ({ target }: { target: { value: string } }) =>
                setValue('agencyId', others.find(({ id }) => id === target.value)?.agencyId ?? ''),
            })}
          />
        );
      }}
    </Loaded>
  );
}

const order = ['capacity', 'additional-assessment-required', 'unknown', 'waitlist', 'no-capacity'];

const byRoom = (one: OfferedService, other: OfferedService): number =>
  order.indexOf(one.capacity.status) - order.indexOf(other.capacity.status);

/** Only where a service can be given on more than one set of data. */
function ChooseProfile({ need }: { need: string }) {
  const t = useTexts(referTexts);
  const { language } = useLanguage();
  const { register, formState } = useFormContext<ReferForm>();
  const profiles = profilesFor(need);
  if (profiles.length < 2) return null;
  return (
    <RadioGroup
      label={t.profile}
      options={profiles.map(({ code, display }) => ({ value: code, label: display[language] }))}
      error={formState.errors.shareProfile?.message}
      {...register('shareProfile', { required: t.required(t.profile) })}
    />
  );
}
