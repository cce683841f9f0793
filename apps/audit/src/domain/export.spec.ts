import { approve, checkAmount, isApprovalNeeded, mayDownload, mostExported } from './export.js';

describe('an evidence package', () => {
  it('needs a second person as soon as it reaches further than one case', () => {
    expect(isApprovalNeeded({ case: 'c' })).toBe(false);
    expect(isApprovalNeeded({ agency: 'a', from: new Date(0) })).toBe(true);
  });

  it('is neither empty nor without end', () => {
    expect(checkAmount(0)).toMatchObject({ reason: 'export-empty' });
    expect(checkAmount(mostExported)).toMatchObject({ ok: true });
    expect(checkAmount(mostExported + 1)).toMatchObject({
      reason: 'export-too-large',
      details: { most: mostExported },
    });
  });

  it('is approved once, and never by who asked for it', () => {
    expect(approve({ status: 'waiting', requestedBy: 'one' }, 'two')).toMatchObject({ value: 'requested' });
    expect(approve({ status: 'waiting', requestedBy: 'one' }, 'one')).toMatchObject({
      reason: 'same-person',
    });
    for (const status of ['requested', 'made', 'ready', 'purged'] as const)
      expect(approve({ status, requestedBy: 'one' }, 'two')).toMatchObject({ reason: 'export-not-waiting' });
  });

  it('is handed out while it lies ready', () => {
    expect(mayDownload('ready')).toMatchObject({ ok: true });
    expect(mayDownload('purged')).toMatchObject({ reason: 'export-purged' });
    for (const status of ['waiting', 'requested', 'made'] as const)
      expect(mayDownload(status)).toMatchObject({ reason: 'export-not-ready' });
  });
});
