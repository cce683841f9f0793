import { parseArgs } from 'node:util';
import type { KafkaAddress } from '@rujukan/messaging';
import type { UnitOfWork } from '@rujukan/persistence';
import {
  discardEvent,
  discardReasons,
  listParked,
  releaseKey,
  replayFrom,
  type DiscardReason,
} from './park.js';

export const parkUsage = `park list    --service <name>
park retry   --service <name> --key <key>
park discard --service <name> --event <id> --reason <${discardReasons.join('|')}>
park replay  --service <name> --topic <name> --from <time, RFC 3339>   (workers of the service stopped)`;

export interface ParkTools {
  readonly unitOfWork: (service: string) => UnitOfWork;
  readonly address: KafkaAddress;
}

type Values = Readonly<Record<'service' | 'key' | 'event' | 'reason' | 'topic' | 'from', string>>;

/** Each gives what to print, or undefined when an option is missing or wrong. */
const commands: Readonly<Record<string, (values: Values, tools: ParkTools) => Promise<string | undefined>>> =
  {
    list: async ({ service }, { unitOfWork }) =>
      (await listParked(unitOfWork(service), service)).map((row) => JSON.stringify(row)).join('\n'),
    retry: async ({ service, key }, { unitOfWork }) =>
      key === '' ? undefined : `${await releaseKey(unitOfWork(service), service, key)} released`,
    discard: async ({ service, event, reason }, { unitOfWork }) =>
      event === '' || !isReason(reason)
        ? undefined
        : `${await discardEvent(unitOfWork(service), service, event, reason)} discarded`,
    replay: async ({ service, topic, from }, { address, unitOfWork }) => {
      if (topic === '' || Number.isNaN(Date.parse(from))) return undefined;
      await replayFrom({ address, work: unitOfWork(service) }, service, topic, new Date(from));
      return `${service} will read ${topic} from ${from}`;
    },
  };

/**
 * Runs one command line of the parking tool.
 *
 * @returns what to print.
 * @throws with {@link parkUsage} when the command line is not understood.
 */
export async function runParkCommand(argv: readonly string[], tools: ParkTools): Promise<string> {
  const option = { type: 'string', default: '' } as const;
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { service: option, key: option, event: option, reason: option, topic: option, from: option },
  });
  const run = commands[positionals[0] ?? ''];
  const answer = values.service === '' ? undefined : await run?.(values, tools);
  if (answer === undefined) throw new Error(parkUsage);
  return answer;
}

const isReason = (text: string): text is DiscardReason =>
  (discardReasons as readonly string[]).includes(text);
