import { useQuery } from '@tanstack/react-query';
import { lawfulBasis, priority, serviceType } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { servicesQuery, useAgencyName } from '../../data/agencies.js';
import { ChangeButton } from '../../design/change-button.js';
import { Facts, Panel } from '../../design/page.js';
import type { ReferForm } from './refer-form.js';
import { referTexts } from './texts.js';

interface Props {
  readonly values: ReferForm;
  readonly isTransfer: boolean;
  readonly onStep: (step: number) => void;
}

/** The answers, each part with the way back to it. */
export function Summary({ values, isTransfer, onStep }: Props) {
  const t = useTexts(referTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const services = useQuery(servicesQuery(values.serviceType)).data ?? [];
  const service = services.find(({ id }) => id === values.serviceId);
  return (
    <>
      <Panel title={t.stepNeed} aside={<ChangeButton part={t.stepNeed} onClick={() => onStep(0)} />}>
        <Facts
          facts={[
            !isTransfer && [t.need, display(serviceType, values.serviceType)],
            [t.receiverAgency, agency(values.agencyId)],
            service && [t.receiver, service.name],
          ]}
        />
      </Panel>
      <Panel title={t.stepBasis} aside={<ChangeButton part={t.stepBasis} onClick={() => onStep(1)} />}>
        <Facts
          facts={[
            [t.basis, display(lawfulBasis, values.basis)],
            [t.article, values.article || t.none],
            [t.purpose, values.purpose],
            [t.priority, display(priority, values.priority)],
            [t.note, values.note || t.none],
          ]}
        />
      </Panel>
    </>
  );
}
