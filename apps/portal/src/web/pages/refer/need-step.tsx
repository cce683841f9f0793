import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch, type UseFormSetValue } from 'react-hook-form';
import { ageBand, serviceType, sex } from '@rujukan/contracts';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { useMe } from '../../app/session/me.js';
import { providersQuery } from '../../data/providers.js';
import { RadioGroup, SelectField } from '../../design/field.js';
import { optionsOf, regionOptions } from '../../design/options.js';
import { Loaded } from '../../design/states.js';
import { NotNow, useProviderOptions } from './providers.js';
import { providerTexts } from './providers.texts.js';
import { profilesFor, referableServices, toNeed, transferService, type ReferForm } from './refer-form.js';
import { referTexts } from './texts.js';

/** What the child needs comes first; who can give it follows from the directory. */
export const NeedStep = ({ isTransfer }: { isTransfer: boolean }) =>
  isTransfer ? <ChooseAgency /> : <ChooseService />;

/** The whole case goes to an agency that manages cases and has an agreement with this one. */
function ChooseAgency() {
  const t = useTexts(referTexts);
  const need = useFormContext<ReferForm>().getValues();
  const query = useQuery(providersQuery(toNeed({ ...need, serviceType: transferService })));
  const others = useOthers();
  const { register, formState } = useFormContext<ReferForm>();
  return (
    <Loaded query={query} lines={3}>
      {(all) => {
        const providers = others(all);
        const agencies = new Map(
          providers
            .filter(({ mayBeAsked }) => mayBeAsked)
            .map(({ agency }) => [agency.id, { value: agency.id, label: agency.name }]),
        );
        return (
          <>
            <SelectField
              label={t.receiverAgency}
              options={[...agencies.values()]}
              error={formState.errors.agencyId?.message}
              {...register('agencyId', { required: t.pick(t.receiverAgency) })}
            />
            <NotNow providers={providers} />
          </>
        );
      }}
    </Loaded>
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
          required: t.pick(t.need),
          onChange: () => {
            forgetReceiver(setValue);
            setValue('shareProfile', '');
          },
        })}
      />
      <Child />
      {need ? <ChooseReceiver need={need} /> : <p>{t.chooseNeedFirst}</p>}
      <ChooseProfile need={need} />
    </>
  );
}

/** Who was chosen for another need, or another child, may not fit this one. */
function forgetReceiver(setValue: UseFormSetValue<ReferForm>): void {
  setValue('serviceId', '');
  setValue('agencyId', '');
}

/** What the directory needs to know of the child to find who takes her: no more than the envelope will say. */
function Child() {
  const t = useTexts(providerTexts);
  const { language } = useLanguage();
  const { register, setValue } = useFormContext<ReferForm>();
  const forget = { onChange: () => forgetReceiver(setValue) };
  return (
    <>
      <SelectField
        label={t.ageBand}
        hint={t.childHint}
        isOptional
        isShort
        emptyLabel={t.unknown}
        options={optionsOf(ageBand, language, ['unknown'])}
        {...register('ageBand', forget)}
      />
      <SelectField
        label={t.sex}
        isOptional
        isShort
        emptyLabel={t.unknown}
        options={optionsOf(sex, language, ['unknown'])}
        {...register('sex', forget)}
      />
      <SelectField
        label={t.area}
        hint={t.areaHint}
        isOptional
        emptyLabel={t.unknown}
        options={regionOptions.filter(({ value }) => value.length === 8)}
        {...register('areaCode', forget)}
      />
    </>
  );
}

function ChooseReceiver({ need }: { need: string }) {
  const t = useTexts(providerTexts);
  const { pick } = useTexts(referTexts);
  const { register, formState, setValue, getValues, control } = useFormContext<ReferForm>();
  const [age, sexCode, areaCode] = useWatch({ control, name: ['ageBand', 'sex', 'areaCode'] });
  const child = { ...getValues(), ageBand: age, sex: sexCode, areaCode };
  const query = useQuery(providersQuery(toNeed({ ...child, serviceType: need })));
  const optionsFor = useProviderOptions();
  const others = useOthers();
  return (
    <Loaded query={query} lines={3}>
      {(all) => {
        const providers = others(all);
        const options = optionsFor(providers);
        return (
          <>
            {options.length === 0 ? (
              <p>{t.nobody}</p>
            ) : (
              <RadioGroup
                label={t.receiver}
                hint={t.receiverHint}
                options={options}
                error={formState.errors.serviceId?.message}
                {...register('serviceId', {
                  required: pick(t.receiver),
                  onChange: ({ target }: { target: { value: string } }) =>
                    setValue(
                      'agencyId',
                      providers.find(({ service }) => service.id === target.value)?.agency.id ?? '',
                    ),
                })}
              />
            )}
            <NotNow providers={providers} />
          </>
        );
      }}
    </Loaded>
  );
}

/** An agency does not refer to itself. */
function useOthers() {
  const me = useMe();
  return <P extends { readonly agency: { readonly id: string } }>(providers: readonly P[]): readonly P[] =>
    providers.filter(({ agency }) => agency.id !== me.agencyId);
}

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
      {...register('shareProfile', { required: t.pick(t.profile) })}
    />
  );
}
