// @ts-check
// `npm run dev`: the stack of `npm start`, and whatever is saved is built and started again.
import { loadDemo } from './demo.mjs';
import { nx } from './install.mjs';
import { giveUp, stopOnSignal } from './interruption.mjs';
import { layoutOf } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { createStack } from './stack.mjs';
import { summary } from './summary.mjs';
import { say } from './terminal.mjs';
import { watchSources } from './watch.mjs';

const { logs } = layoutOf('.run');
const build = () => nx(['build'], { logs }).then(() => say('built'));
const stack = createStack({ root: '.run', ports: 'default', edition: 'demo', build });
stopOnSignal(stack.stop);
try {
  await prepare({ isThrowAway: false });
  const { description, around } = await stack.start();
  await loadDemo(stack.layout);
  console.log(summary(description));
  say('watching apps/*/src and libs/*/src; Ctrl-C stops everything');
  await watchSources({ supervisor: stack.supervisor, databases: around.databases, logs });
} catch (error) {
  giveUp(error);
}
