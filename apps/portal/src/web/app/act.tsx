import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { announce } from './announcer.js';
import { LineDown } from './call-api.js';
import { noteAct } from './patience.js';

interface ActOptions<Input, Output> {
  readonly act: (input: Input, key: string) => Promise<Output>;
  readonly onDone: (output: Output, input: Input) => unknown;
  /** Said aloud when it is done. */
  readonly doneText?: string | ((input: Input) => string);
  /** Key to use, where a draft has one of its own. */
  readonly key?: string;
}

export interface Act<Input> {
  readonly run: (input: Input) => void;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Grows with every failure, so that the same mistake is announced again. */
  readonly failures: number;
  /** Nobody answered: it may or may not have arrived, and may be repeated without fear. */
  readonly isUnsent: boolean;
}

/**
 * One act of a person. Its key stays the same until it succeeds: however often it is repeated after a lost line,
 * it happens once.
 */
export function useAct<Input, Output>(options: ActOptions<Input, Output>): Act<Input> {
  const ownKey = useRef(crypto.randomUUID() as string);
  const [failures, setFailures] = useState(0);
  const mutation = useMutation({
    mutationFn: (input: Input) => options.act(input, options.key ?? ownKey.current),
    onSuccess: async (output, input) => {
      ownKey.current = crypto.randomUUID();
      noteAct();
      const said = options.doneText;
      if (said) announce(typeof said === 'string' ? said : said(input));
      await options.onDone(output, input);
    },
    onError: () => setFailures((count) => count + 1),
  });
  return {
    run: mutation.mutate,
    isBusy: mutation.isPending,
    error: mutation.error,
    failures,
    isUnsent: mutation.error instanceof LineDown,
  };
}
