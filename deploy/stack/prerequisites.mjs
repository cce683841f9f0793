// @ts-check
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { java, javaMajor } from './java.mjs';
import { kafkaFolder } from './kafka.mjs';
import { keycloakFolder } from './keycloak-distribution.mjs';
import { cacheFolder } from './paths.mjs';
import { run } from './processes.mjs';
import { Halt } from './terminal.mjs';

/** The oldest Node of each line that works. */
const nodeLines = [
  [20, 19],
  [22, 12],
];

/** @param {string} version for example `20.19.0` */
export function isNodeRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || nodeLines.some(([line, least]) => major === line && minor >= (least ?? 0));
}

/** @throws {Halt} naming everything that the machine lacks, and how to get it */
export async function checkPrerequisites() {
  const isFetched = [kafkaFolder, keycloakFolder].every((name) => existsSync(join(cacheFolder, name)));
  const missing = [
    isNodeRecentEnough(process.versions.node)
      ? []
      : [`Node 20.19+, 22.12+ or 24+ (this is ${process.versions.node}): https://nodejs.org/en/download`],
    await lacksJava(),
    isFetched || (await answers('mvn'))
      ? []
      : [`Maven, to fetch Kafka and Keycloak once: ${remedy('maven')}`],
    isFetched || (await answers('tar')) ? [] : [`tar: ${remedy('tar')}`],
  ].flat();
  if (missing.length > 0)
    throw new Halt(`This machine lacks:\n${missing.map((line) => `  - ${line}`).join('\n')}`);
}

async function lacksJava() {
  const { output } = await run(java, ['-version']);
  const major = javaMajor(output);
  if (major >= 17) return [];
  const found = major > 0 ? ` (found ${major})` : '';
  return [
    `Java 17 or newer${found}: ${remedy(platform() === 'darwin' ? 'openjdk@17' : 'openjdk-17-jre-headless')}; or set JAVA_HOME`,
  ];
}

/** @param {string} command */
const answers = async (command) => (await run(command, ['--version'])).code === 0;

/** @param {string} name */
const remedy = (name) =>
  platform() === 'darwin' ? `brew install ${name}` : `apt-get install ${name} (Debian, Ubuntu)`;
