const unlockPath = '/auth/login?unlock=1';

/**
 * Lets the person prove again who they are, in a window of its own so that what is not sent yet survives; where windows
 * are blocked, this one goes.
 *
 * @returns whether this window stays.
 */
export function proveAgain(): boolean {
  const opened = open(unlockPath, 'buka-kunci', 'popup,width=480,height=680');
  if (!opened) location.assign(unlockPath);
  return opened !== null;
}
