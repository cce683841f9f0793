// Lints each fixture as the file it says it is, and prints what was found next to what was expected. A program of its
// own, because jest cannot load an ESLint configuration that is an ES module.
import { createProjectGraphAsync, readCachedProjectGraph } from '@nx/devkit';
import { createProjectRootMappings, readFileMapCache } from '@nx/devkit/internal';
import { TargetProjectLocator } from '@nx/js/internal';
import { ESLint } from 'eslint';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';
import config from '../../../eslint.config.mjs';

process.env.NX_DAEMON = 'false';
const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'test/architecture/fixtures/lint');
const boundaries = '@nx/enforce-module-boundaries';

const typed = new ESLint({ cwd: root, ignore: false });
const untyped = new ESLint({
  cwd: root,
  ignore: false,
  // A file that does not exist has no types; the rules that need none judge it all the same.
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false, project: false } } },
  ],
});

async function lint(file) {
  const text = readFileSync(join(folder, file), 'utf8');
  const as = /^\/\/ as: (\S+)$/m.exec(text)?.[1];
  const [, rule = '', detail = ''] = /^\/\/ rejected by: (\S+)(?: (\S+))?$/m.exec(text) ?? [];
  const linter = as === undefined ? typed : untyped;
  const [result] = await linter.lintText(text, {
    filePath: join(root, as ?? join(folder, file).slice(root.length)),
  });
  const found = result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
  return { file, rule, detail, found };
}

/** Names of our own gates: every rule that our configuration sets, each selector and each boundary by itself. */
function gates() {
  const ours = config
    .filter(({ name }) => /^house\/[^_]+$/.test(name ?? ''))
    .flatMap(({ rules = {} }) => Object.entries(rules));
  const names = ours.flatMap(([rule, setting]) => {
    const [severity, ...options] = [setting].flat();
    if (severity === 'off') return [];
    if (rule === 'no-restricted-syntax') return options.map(({ message }) => message.split(':')[0]);
    if (rule === boundaries) return options[0].depConstraints.map(({ sourceTag }) => `${rule} ${sourceTag}`);
    return [rule];
  });
  return [...new Set(names)].sort();
}

/** Libs that a fixture may import: one of each app's own and one that is an app, since no such lib exists. */
function plantLibs() {
  const tagsOf = { app: ['type:app', 'scope:shared'] };
  for (const app of ['intake', 'referral', 'victim-services', 'audit', 'portal'])
    tagsOf[app] = ['type:platform', `scope:${app}`];
  const graph = readCachedProjectGraph();
  for (const [name, tags] of Object.entries(tagsOf)) {
    const js = {
      packageName: `@rujukan/planted-${name}`,
      packageExports: '.',
      isInPackageManagerWorkspaces: true,
    };
    const data = { root: `libs/planted-${name}`, tags, targets: {}, metadata: { js } };
    graph.nodes[`planted-${name}`] = { name: `planted-${name}`, type: 'lib', data };
    graph.dependencies[`planted-${name}`] = [];
  }
  return graph;
}

await createProjectGraphAsync({ exitOnError: true });
// The rule keeps the graph it finds here when it believes to be in ESLint's own program.
process.argv[1] = join(root, 'node_modules/eslint/bin/eslint.js');
globalThis.projectGraph = plantLibs();
globalThis.projectRootMappings = createProjectRootMappings(globalThis.projectGraph.nodes);
globalThis.projectFileMap = readFileMapCache().fileMap.projectFileMap;
globalThis.targetProjectLocator = new TargetProjectLocator(
  globalThis.projectGraph.nodes,
  globalThis.projectGraph.externalNodes,
);
const fixtures = [];
for (const file of readdirSync(folder).sort()) fixtures.push(await lint(file));
console.log(JSON.stringify({ gates: gates(), fixtures }));
process.exit(0);
