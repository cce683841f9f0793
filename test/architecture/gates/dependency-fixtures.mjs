// Runs the rules of .dependency-cruiser.mjs over the fixtures, as if these were the repository: the fixtures are copied
// to a folder of their own, and what they may import is linked in. Prints expected and found.
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import config from '../../../.dependency-cruiser.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const fixtures = join(root, 'test/architecture/fixtures/dependencies');
const { forbidden, options } = config;

/** The fixtures, with the real libs and packages beside them. */
function planted() {
  const folder = mkdtempSync(join(tmpdir(), 'rujukan-dependencies-'));
  cpSync(fixtures, folder, { recursive: true });
  cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'libs'), { recursive: true });
  for (const lib of readdirSync(join(root, 'libs')))
    if (!existsSync(join(folder, 'libs', lib)))
      symlinkSync(join(root, 'libs', lib), join(folder, 'libs', lib));
  return folder;
}

const folder = planted();
try {
  process.chdir(folder);
  const { output } = await cruise(
    ['apps', 'libs/planted'],
    {
      ...options,
      baseDir: folder,
      preserveSymlinks: true,
      // What stands behind the links is the real repository, which has a test of its own.
      doNotFollow: { path: ['node_modules', '^libs/(?!planted)'] },
      ruleSet: { forbidden },
      validate: true,
      outputType: 'json',
    },
    options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(folder, options.tsConfig.fileName)) },
  );
  const { modules, summary } = JSON.parse(output);
  const expected = modules
    .filter(({ source }) => existsSync(source) && /^(apps|libs\/planted)\//.test(source))
    .map(({ source }) => ({
      file: source,
      rule: /^\/\/ rejected by: (\S+)$/m.exec(readFileSync(source, 'utf8'))?.[1],
      found: summary.violations.filter(({ from }) => from === source).map(({ rule }) => rule.name),
    }));
  console.log(JSON.stringify({ gates: forbidden.map(({ name }) => name), fixtures: expected }));
} finally {
  rmSync(folder, { recursive: true });
}
