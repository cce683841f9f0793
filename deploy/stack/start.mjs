// @ts-check
// `npm start`: everything from a fresh clone to a running stack with the demo in it.
import { loadDemo } from './demo.mjs';
import { nx } from './install.mjs';
import { giveUp, stopOnSignal } from './interruption.mjs';
import { layoutOf } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { createStack } from './stack.mjs';
import { cost, summary } from './summary.mjs';
import { say } from './terminal.mjs';

const { logs } = layoutOf('.run');
const build = () => nx(['build'], { logs }).then(() => say('built'));
const stack = createStack({ root: '.run', ports: 'default', edition: 'demo', build });
stopOnSignal(stack.stop);
try {
  await prepare({ isThrowAway: false });
  const { description } = await stack.start();
  await loadDemo(stack.layout);
  console.log(summary(description));
  say(cost(stack.layout.root, stack.supervisor));
  say('Logs: .run/logs. Ctrl-C stops everything; the data stay until npm run reset.');
} catch (error) {
  giveUp(error);
}
