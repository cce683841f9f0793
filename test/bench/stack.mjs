// @ts-check
// A throw-away stack to measure on, with the directory registered.
import { rmSync } from 'node:fs';
import pg from 'pg';
import { connect } from '../../deploy/demo/client.mjs';
import { registerDirectory } from '../../deploy/demo/directory.mjs';
import { install, nx } from '../../deploy/stack/install.mjs';
import { createStack } from '../../deploy/stack/stack.mjs';

/** @typedef {Awaited<ReturnType<typeof startStack>>} BenchStack */

const root = '.run/bench-stack';

export async function startStack() {
  rmSync(root, { recursive: true, force: true });
  await install();
  const environment = { RATE_LIMIT_PER_MINUTE: '10000000', LOG_LEVEL: 'warn' };
  const stack = createStack({
    root,
    ports: 'free',
    edition: 'test',
    build: () => nx(['build'], {}),
    environment,
  });
  const { description, around } = await stack.start();
  await registerDirectory(connect(description));
  const admin = (/** @type {string} */ database) => {
    const url = new URL(description.postgres.url);
    url.pathname = `/${database}`;
    return url.href;
  };
  const clients = await Promise.all(
    ['referral', 'victim_services', 'audit'].map(async (name) => {
      const client = new pg.Client({ connectionString: admin(name) });
      await client.connect();
      return /** @type {const} */ ([name, client]);
    }),
  );
  return {
    description,
    around,
    layout: stack.layout,
    supervisor: stack.supervisor,
    sql: Object.fromEntries(clients),
    token: await tokenOf(description, 'uptd.manajer'),
    async stop() {
      await Promise.all(clients.map(([, client]) => client.end()));
      await stack.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** @param {any} description @param {string} login @returns {Promise<string>} */
export async function tokenOf(description, login) {
  const user = description.users.find((/** @type {any} */ one) => one.login === login);
  const form = {
    grant_type: 'password',
    client_id: 'demo-cli',
    username: user.login,
    password: user.password,
  };
  const answer = await fetch(`${description.issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return (await answer.json()).access_token;
}

/** A token lives five minutes: the longer measurements ask for a new one. @param {BenchStack} bench */
export async function renewToken(bench) {
  bench.token = await tokenOf(bench.description, 'uptd.manajer');
}
