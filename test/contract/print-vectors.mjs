import { nobleCrypto, nodeCrypto } from '@rujukan/tlog';
import { checkVectors, vectorCounts, vectorFiles } from './vector-checks/all.mjs';
import { checkVectorsInPython } from './vector-checks/second-verifier.mjs';

const numberLines = 1_000_000;
const verifiers = { 'TypeScript (Node)': nodeCrypto, 'TypeScript (browser)': nobleCrypto };

const rows = [];
for (const [verifier, crypto] of Object.entries(verifiers))
  for (const name of vectorFiles) rows.push({ verifier, ...(await checkVectors(name, crypto, numberLines)) });
rows.push(...checkVectorsInPython(numberLines).map((row) => ({ verifier: 'Python', ...row })));

for (const { verifier, file, checks, passed, failed } of rows) {
  console.log(
    `${verifier.padEnd(22)}${file.padEnd(38)}${String(passed).padStart(5)} of ${checks} checks over ${vectorCounts[file]} vectors`,
  );
  for (const name of failed) console.log(`  failed: ${name}`);
}
if (rows.some(({ failed }) => failed.length > 0)) process.exitCode = 1;
