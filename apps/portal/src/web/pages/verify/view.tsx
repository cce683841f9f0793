import { useQuery } from '@tanstack/react-query';
import { checkReceipt, nobleCrypto, roleOf, type ReceiptFiles } from '@rujukan/tlog';
import { useState } from 'react';
import { callApi } from '../../app/call-api.js';
import { useTexts } from '../../app/language/language.js';
import { Button } from '../../design/button.js';
import { Facts, Notice, Page, Panel } from '../../design/page.js';
import { PaperHead, PrintButton } from '../../design/paper.js';
import { DropZone } from './drop-zone.js';
import { Result } from './result.js';
import { verifyTexts } from './texts.js';

/** Whose keys this portal believes; asked for once, so that a check later needs no line. */
const policyQuery = {
  queryKey: ['trust-policy'],
  queryFn: () => callApi<{ policy: string | null }>('/api/trust-policy'),
  staleTime: Infinity,
};

const mostBytes = 2_000_000;

/** A receipt, checked on this device and nowhere else; the one that was brought along is on the table already. */
export function VerifyView({ brought }: { brought?: ReceiptFiles }) {
  const t = useTexts(verifyTexts);
  const [files, setFiles] = useState<ReceiptFiles>(brought ?? {});
  const [isTooBig, setTooBig] = useState(false);
  const [isForeign, setForeign] = useState(false);
  const { data } = useQuery(policyQuery);
  const portals = data?.policy ? { policy: new TextEncoder().encode(data.policy) } : {};
  const take = async (given: readonly File[]) => {
    const fitting = given.filter(({ size }) => size <= mostBytes);
    setTooBig(fitting.length < given.length);
    const read = await Promise.all(fitting.map(async (file) => new Uint8Array(await file.arrayBuffer())));
    const known = read.flatMap((one) => {
      const role = roleOf(one);
      return role ? [[role, one] as const] : [];
    });
    setForeign(known.length < read.length);
    setFiles((before) => ({ ...before, ...Object.fromEntries(known) }));
  };
  const isStarted = files.proof !== undefined || files.entry !== undefined;
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead} isForm>
      <div className="not-on-paper">
        <DropZone label={t.choose} hint={t.hint} onFiles={(given) => void take(given)} />
      </div>
      {isTooBig && (
        <Notice tone="warn">
          <p role="alert">{t.tooBig}</p>
        </Notice>
      )}
      {isForeign && (
        <Notice tone="warn">
          <p role="alert">{t.foreign}</p>
        </Notice>
      )}
      <Given files={files} hasPortals={'policy' in portals} />
      <div role="status">
        {isStarted && <Result checked={checkReceipt(nobleCrypto, { ...portals, ...files })} />}
      </div>
      {isStarted && (
        <>
          <PaperHead facts={[]} />
          <PrintButton />
          <div>
            <Button kind="secondary" onClick={() => setFiles({})}>
              {t.clear}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}

/** What is on the table, and whose keys are believed. */
function Given({ files, hasPortals }: { files: ReceiptFiles; hasPortals: boolean }) {
  const t = useTexts(verifyTexts);
  const portals = hasPortals ? t.portalPolicy : t.noPolicy;
  return (
    <Panel title={t.given}>
      <Facts
        facts={[
          [t.proof, files.proof ? t.there : t.missing],
          files.entry && [t.entry, t.there],
          [t.policy, files.policy ? t.ownPolicy : portals],
        ]}
      />
    </Panel>
  );
}
