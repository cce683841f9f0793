import { useEffect, useState } from 'react';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useAct, type Act } from './act.js';
import { LineDown } from './call-api.js';
import { dropDraft, findDraft, keepDraft } from './drafts.js';

interface Options<Values extends FieldValues> {
  /** The address that leads back to the form, and the name of what is kept of it. */
  readonly name: string;
  readonly empty: Values;
  readonly doneText: string | ((values: Values) => string);
  readonly act: (values: Values, key: string) => Promise<unknown>;
  readonly onDone: () => unknown;
}

interface DraftForm<Values extends FieldValues> {
  readonly methods: UseFormReturn<Values>;
  readonly act: Act<Values>;
}

/** A form whose content survives a lost line and a look at another page. It is dropped when it was heard. */
export function useDraftForm<Values extends FieldValues>(options: Options<Values>): DraftForm<Values> {
  const { name } = options;
  const [draft] = useState(() => findDraft<Values>(name) ?? keepDraft(name, options.empty));
  const [key, setKey] = useState(draft.key);
  const methods = useForm<Values>({
    defaultValues: draft.values as DefaultValues<Values>,
    shouldFocusError: false,
  });
  useEffect(() => {
    const subscription = methods.watch((values) => void keepDraft(name, structuredClone(values), { key }));
    return () => subscription.unsubscribe();
  }, [methods, name, key]);
  const act = useAct({
    key,
    doneText: options.doneText,
    act: options.act,
    onDone: () => {
      // First, for it may empty the form; what is kept of that goes with the rest.
      const done = options.onDone();
      dropDraft(name);
      // The form may stay for another act, which is not the one that was just done.
      setKey(crypto.randomUUID());
      return done;
    },
  });
  useEffect(() => {
    if (act.error instanceof LineDown) keepDraft(name, methods.getValues(), { state: 'unsent', key });
  }, [act.error, act.failures, name, key, methods]);
  return { methods, act };
}
