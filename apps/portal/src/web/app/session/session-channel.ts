type Message = 'ended' | 'locked' | 'unlocked';

const channel = new BroadcastChannel('sesi');
const listeners = new Set<(message: Message) => void>();

channel.addEventListener('message', ({ data }) => {
  for (const listener of listeners) listener(data as Message);
});

/** Tells the other windows of this browser what happened to the session that they share. */
export const tellOtherWindows = (message: Message): void => channel.postMessage(message);

export function onOtherWindow(listener: (message: Message) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
