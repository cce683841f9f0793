// @ts-check
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { java } from './java.mjs';
import { cached, maven } from './maven.mjs';
import { answers } from './ports.mjs';
import { launch, pause, run } from './processes.mjs';
import { Halt, tail } from './terminal.mjs';

/** @import { Layout } from './paths.mjs' */

const version = '4.2.1';

/** In the cache. */
export const kafkaFolder = `kafka-${version}`;

/** @type {Promise<string> | undefined} */
let fetching;

/** The jars of Apache Kafka, from Maven Central. @returns {Promise<string>} a folder */
export const fetchKafka = () =>
  (fetching ??= cached(kafkaFolder, async (draft) => {
    const pom = join(draft, 'pom.xml');
    writeFileSync(pom, projectFile());
    const goals = [
      '-f',
      pom,
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${draft}`,
    ];
    await maven(`Apache Kafka ${version} (54 MB)`, goals, [
      'org/apache/kafka',
      'org/rocksdb',
      'com/fasterxml',
    ]);
  }));

function projectFile() {
  const dependency = (
    /** @type {string} */ group,
    /** @type {string} */ name,
    /** @type {string} */ wanted,
  ) =>
    `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${wanted}</version></dependency>`;
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>rujukan</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging><dependencies>
${dependency('org.apache.kafka', 'kafka_2.13', version)}
${dependency('org.apache.kafka', 'kafka-tools', version)}
${dependency('org.slf4j', 'slf4j-simple', '1.7.36')}
</dependencies></project>
`;
}

/** @param {{ data: string, port: number, controllerPort: number }} place */
export const serverProperties = ({ data, port, controllerPort }) => `process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=${data}
auto.create.topics.enable=false
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=4000
broker.heartbeat.interval.ms=1000
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.num.partitions=1
log.cleaner.dedupe.buffer.size=16777216
`;

/**
 * One broker that is its own controller, its storage formatted on first use.
 * @param {Layout} layout @param {{ port: number, controllerPort: number }} ports
 * @returns {Promise<{ brokers: string, start: () => Promise<import('./processes.mjs').Running> }>}
 */
export async function prepareKafka(layout, ports) {
  const jars = await fetchKafka();
  const classpath = ['-cp', join(jars, '*')];
  const data = join(layout.kafka, 'data');
  const properties = join(layout.kafka, 'server.properties');
  mkdirSync(layout.kafka, { recursive: true });
  writeFileSync(properties, serverProperties({ data, ...ports }));
  if (!existsSync(join(data, 'meta.properties'))) await format(classpath, properties);
  return {
    brokers: `127.0.0.1:${ports.port}`,
    start: () => start(layout, classpath, properties, ports.port),
  };
}

/** @param {string[]} classpath @param {string} properties */
async function format(classpath, properties) {
  const tool = (/** @type {string[]} */ ...args) =>
    run(java, [
      '-Xmx64m',
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      ...classpath,
      'kafka.tools.StorageTool',
      ...args,
    ]);
  const named = await tool('random-uuid');
  const id = named.output.trim().split('\n').at(-1) ?? '';
  const formatted = await tool('format', '--standalone', '-t', id, '-c', properties);
  if (named.code !== 0 || formatted.code !== 0)
    throw new Halt(`Kafka could not format its storage:\n${formatted.output}`);
}

const heap = ['-Xms256m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** @param {Layout} layout @param {string[]} classpath @param {string} properties @param {number} port */
async function start(layout, classpath, properties, port) {
  const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn';
  const running = launch(
    {
      name: 'kafka',
      command: java,
      args: [...heap, quiet, ...classpath, 'kafka.Kafka', properties],
      stopWithinMs: 20_000,
    },
    layout,
  );
  const deadline = performance.now() + 90_000;
  while (!running.endedWith() && performance.now() < deadline) {
    if (await answers(port)) return running;
    await Promise.race([running.ended, pause(100)]);
  }
  await running.stop();
  throw new Halt(
    `Kafka did not start (${running.endedWith()}). Its log, ${running.log}, ends with:\n${tail(running.log)}`,
  );
}
