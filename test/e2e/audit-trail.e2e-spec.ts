import { eventually } from '@rujukan/testing';
import { shelteredCase } from './support/path.js';
import { canaries, world } from './support/world.js';

const here = world();
const { api, agencyOf } = here;
const auditor = api.as('insp.auditor');

interface Entry {
  readonly seq: number;
  readonly type: string;
  readonly outcome: string;
  readonly purpose: string;
  readonly actor: { readonly sub: string; readonly org?: string };
  readonly occurred: string;
  readonly srcSeq: number;
  readonly src: string;
}

const about = async (filter: string): Promise<Entry[]> =>
  (await auditor.get('audit', `/v1/entries?limit=100&${filter}`)).items;

describe('what the auditor sees', () => {
  it('finds every write, read and denial of a case in order, from the report on', async () => {
    const { caseId } = await shelteredCase(here);
    await api.as('bapas.pk').get('intake', `/v1/cases/${caseId}`, { expect: [404] });

    const trail = await eventually('the denial in the log', async () => {
      const entries = await about(`case=${caseId}`);
      return (
        entries.some((entry) => entry.outcome === 'denied' && entry.actor.org === agencyOf('bapas.pk')) &&
        entries
      );
    });
    const types = trail.map((entry) => entry.type);
    for (const type of ['report.file', 'report.accept', 'handoff.request', 'handoff.accept', 'case.read']) {
      expect(types).toContain(type);
    }
    const seqs = trail.map((entry) => entry.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(trail.every((entry) => entry.purpose.length > 0)).toBe(true);
  });

  it('finds everything that one person did', async () => {
    await shelteredCase(here);
    const [mine] = await eventually('an act of the shelter', async () => {
      const entries = await about(`agency=${agencyOf('ngo.pengelola')}`);
      return entries.length > 0 && entries;
    });
    const acts = await about(`actor=${mine!.actor.sub}`);
    expect(acts.length).toBeGreaterThan(0);
    expect(new Set(acts.map((entry) => entry.actor.sub))).toEqual(new Set([mine!.actor.sub]));
  });

  it('watches the watcher: a query of the log is in the log', async () => {
    const before = await about('type=audit.search');
    await eventually('the query itself', async () => {
      const [newest] = await about('type=audit.search');
      return newest !== undefined && newest.seq !== before[0]?.seq;
    });
  });

  it('is closed to everyone else, and says so in the log', async () => {
    await api.as('uptd.manajer').get('audit', '/v1/entries', { expect: [403] });
    await eventually('the refusal in the log', async () => {
      const entries = await about(`outcome=denied&agency=${agencyOf('uptd.manajer')}`);
      return entries.some((entry) => entry.type === 'audit.search');
    });
  });

  it('holds no word of a person', async () => {
    const { caseId } = await shelteredCase(here);
    const entries = await eventually('entries of the case', async () => {
      const found = await about(`case=${caseId}`);
      return found.length > 3 && found;
    });
    const bodies = await Promise.all(
      entries.slice(0, 20).map((entry) => auditor.get('audit', `/v1/entries/${entry.seq}`)),
    );
    const text =
      JSON.stringify(bodies) + bodies.map((body) => Buffer.from(body.bytes, 'base64').toString()).join('');
    for (const canary of canaries) expect(text).not.toContain(canary);
  });

  it('numbers what each service sent without a hole', async () => {
    const entries = await about('');
    for (const src of new Set(entries.map((entry) => entry.src))) {
      const numbers = entries.filter((entry) => entry.src === src).map((entry) => entry.srcSeq);
      expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! - index));
    }
  });
});
