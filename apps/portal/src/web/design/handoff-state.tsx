import { handoffStatus } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../app/language/language.js';
import { texts } from '../app/language/texts.js';
import { useMe } from '../app/session/me.js';
import type { Handoff, HandoffStatus } from '../data/handoffs.js';
import { Chip } from './chip.js';
import { handoffTone } from './handoff-tone.js';

const turnTexts = texts({
  id: {
    answer: 'Menunggu jawaban Anda',
    decision: 'Menunggu keputusan Anda',
    sender: 'Menunggu pengirim',
    receiver: 'Menunggu keputusan penerima',
  },
  en: {
    answer: 'Waits for your answer',
    decision: 'Waits for your decision',
    sender: 'Waits for the sender',
    receiver: 'Waits for the receiver’s decision',
  },
});

type Turn = keyof (typeof turnTexts)['id'];

/** Where the name of the state says what one side did, the other is told what it has to do. */
const turns: Readonly<Partial<Record<HandoffStatus, { readonly sender?: Turn; readonly receiver?: Turn }>>> =
  {
    requested: { receiver: 'answer' },
    received: { receiver: 'answer' },
    returned: { sender: 'answer', receiver: 'sender' },
    'cancel-requested': { sender: 'receiver', receiver: 'decision' },
  };

/** Where a handoff stands, in words for whoever reads. */
export function HandoffState({ handoff }: { handoff: Pick<Handoff, 'status' | 'from'> }) {
  const t = useTexts(turnTexts);
  const display = useDisplay();
  const me = useMe();
  const { status, from } = handoff;
  const turn = turns[status]?.[from.agencyId === me.agencyId ? 'sender' : 'receiver'];
  return <Chip tone={handoffTone[status]}>{turn ? t[turn] : display(handoffStatus, status)}</Chip>;
}
