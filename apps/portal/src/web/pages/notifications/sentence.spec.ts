import { notificationKind } from '@rujukan/contracts';
import { displayOf } from '../../app/language/language.js';
import type { Notification } from '../../data/notifications.js';
import { sentenceOf } from './sentence.js';
import { notificationsTexts } from './texts.js';

const say = (said: Pick<Notification, 'kind' | 'status'>) =>
  sentenceOf(said, notificationsTexts.id, (list, code) => displayOf(list, code, 'id'));

describe('what a notification says', () => {
  it('says whose turn it is where it is the reader’s', () => {
    expect(say({ kind: 'new-task', status: 'requested' })).toBe('Rujukan baru menunggu jawaban Anda');
    expect(say({ kind: 'task-moved', status: 'returned' })).toContain('giliran Anda');
    expect(say({ kind: 'task-moved', status: 'cancel-requested' })).toContain('giliran Anda');
  });

  it('has words for every kind of news, with a state or without one', () => {
    for (const kind of notificationKind.codes) expect(say({ kind })).not.toBe('');
    expect(say({ kind: 'task-moved' })).toBe('Ada perubahan pada tugas');
  });
});
