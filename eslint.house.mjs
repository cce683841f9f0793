// The gates of this house that no published rule holds. Each has a name, which stands first in its message and under
// which test/architecture/fixtures must hold a file that it rejects.

/** A piece of code that is refused wherever it stands, by the ESLint selector that finds it. */
const gate = (name, selector, why) => ({ selector, message: `${name}: ${why}` });

export const everywhere = [
  gate('no-barrel-star', 'ExportAllDeclaration', 'export by name, so that a reader sees what a lib offers.'),
  gate(
    'no-default-export',
    'ExportDefaultDeclaration',
    'export by name, so that a thing is called the same everywhere.',
  ),
  gate(
    'schema-on-every-parameter',
    "Decorator > CallExpression[callee.name=/^(Body|Param|Query|RawBody|UploadedFile)$/]:not(:has(Property[key.name='schema']))",
    'a parameter without a schema is not validated at all.',
  ),
  gate(
    'no-raw-html',
    ":matches(JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML'], AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/])",
    'text is shown as text.',
  ),
  gate(
    'few-parameters',
    ':matches(FunctionDeclaration, ArrowFunctionExpression, MethodDefinition[kind!="constructor"] > FunctionExpression)[params.length>4], MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
    'four at most, since nobody remembers the order of five; a constructor may be given six collaborators.',
  ),
];

export const environment = gate(
  'environment-only-in-config',
  "MemberExpression[object.name='process'][property.name='env']",
  'the environment is read once, in config.ts.',
);

export const clock = gate(
  'clock-only-in-time',
  ":matches(NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date'], CallExpression[callee.object.name='Date'][callee.property.name='now'])",
  'ask the CLOCK of @rujukan/time, so that a demo or a test can move the hour.',
);

export const tests = [
  gate(
    'no-skipped-test',
    ':matches(CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(skip|only|todo)$/], CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/])',
    'a test that does not run proves nothing.',
  ),
  gate(
    'no-sleep-in-test',
    "CallExpression[callee.name='setTimeout'], ImportDeclaration[source.value=/^(node:)?timers/]",
    'wait for what must happen: eventually("the plan to appear", ...).',
  ),
];

const catchThatLooksAway = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      empty: 'An empty catch hides every failure.',
      blind: 'Use the error, or say in a comment why it may be overlooked.',
    },
  },
  create: (context) => ({
    CatchClause(node) {
      const { sourceCode } = context;
      if (node.body.body.length === 0 && sourceCode.getCommentsInside(node.body).length === 0)
        return context.report({ node, messageId: 'empty' });
      const isUsed = sourceCode.getDeclaredVariables(node).some((variable) => variable.references.length > 0);
      if (!isUsed && sourceCode.getCommentsInside(node.body).length === 0)
        context.report({ node, messageId: 'blind' });
      return undefined;
    },
  }),
};

export const house = { meta: { name: 'house' }, rules: { 'no-blind-catch': catchThatLooksAway } };

/** Which kinds of project may know which, and what they may not install. */
const kinds = {
  'type:kernel': {
    knows: ['type:kernel'],
    bans: ['@nestjs/*', 'typeorm', 'pg', 'zod', 'kafkajs', 'fastify'],
  },
  'type:contract': { knows: ['type:contract'], bans: ['*'] },
  'type:platform': { knows: ['type:kernel', 'type:contract', 'type:platform'] },
  'type:app': { knows: ['type:kernel', 'type:contract', 'type:platform'] },
  'type:tool': { knows: ['type:kernel', 'type:contract', 'type:platform', 'type:tool'] },
  'type:testing': { knows: ['type:kernel', 'type:contract', 'type:platform', 'type:testing'] },
};

const apps = ['intake', 'referral', 'victim-services', 'audit', 'portal', 'witness'];

/** The boundaries between projects; `more` are tags that every kind may know besides, as tests may know type:testing. */
export const boundaries = (more = []) => [
  ...Object.entries(kinds).map(([sourceTag, { knows, bans }]) => ({
    sourceTag,
    onlyDependOnLibsWithTags: [...new Set([...knows, ...more])],
    ...(bans && more.length === 0 ? { bannedExternalImports: bans } : {}),
  })),
  ...apps.map((app) => ({
    sourceTag: `scope:${app}`,
    onlyDependOnLibsWithTags: [`scope:${app}`, 'scope:shared'],
  })),
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
];
