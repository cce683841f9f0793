// @ts-check
// `npm run dev`: the stack of `npm start`, and whatever is saved is built and started again.
import { loadDemo } from './demo.mjs';
import { install, nx } from './install.mjs';
import { stopOnSignal } from './interruption.mjs';
import { layoutOf } from './paths.mjs';
import { checkPrerequisites } from './prerequisites.mjs';
import { explain, say } from './terminal.mjs';

try {
  await checkPrerequisites();
  await install();
  const { createStack } = await import('./stack.mjs');
  const { summary } = await import('./summary.mjs');
  const { watchSources } = await import('./watch.mjs');
  const { logs } = layoutOf('.run');
  const stack = createStack({
    root: '.run',
    ports: 'default',
    edition: 'demo',
    build: () => nx(['build'], { logs }),
  });
  stopOnSignal(stack.stop);
  const { description, around } = await stack.start();
  await loadDemo(stack.layout);
  console.log(summary(description));
  watchSources({ supervisor: stack.supervisor, databases: around.databases, logs });
  say('watching apps/*/src and libs/*/src; Ctrl-C stops everything');
} catch (error) {
  explain(error);
  process.exit(1);
}
