// @ts-check
// `npm start`: everything from a fresh clone to a running stack with the demo in it.
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
  const { cost, summary } = await import('./summary.mjs');
  const { logs } = layoutOf('.run');
  const build = () => nx(['build'], { logs }).then(() => say('built'));
  const stack = createStack({ root: '.run', ports: 'default', edition: 'demo', build });
  stopOnSignal(stack.stop);
  const { description } = await stack.start();
  await loadDemo(stack.layout);
  console.log(summary(description));
  say(
    cost(
      stack.layout.root,
      stack.supervisor.list().map(({ pid }) => pid),
    ),
  );
  say('Logs: .run/logs. Ctrl-C stops everything; the data stay until npm run reset.');
} catch (error) {
  explain(error);
  process.exit(1);
}
