/** docs/events.md: every topic with its owner, every event with its properties. */
export function eventsDoc(topics, schemas) {
  return `# Events

<!-- Generated from libs/contracts by \`npm run contracts\`. Do not edit. -->

Events are CloudEvents 1.0 in binary mode on Kafka: the value is the data below, the attributes are \`ce_*\` headers,
\`traceparent\` is W3C. They carry ids, codes and times, never identity or narrative: who needs more asks the owning
service over its API, with permission, on record. Each event arrives at least once and in order under its key;
consumers remember \`ce_id\` and take effect once. How to add or change one: libs/contracts/README.md.

## Topics

| topic | owner | key | partitions | kept | class |
| --- | --- | --- | --: | --: | --- |
${topics.map(topicRow).join('\n')}

${topics.map((topic) => topicChapter(topic, schemas)).join('\n')}`;
}

const topicRow = ({ name, owner, key, partitions, classification, ...topic }) =>
  `| \`${name}\` | ${owner === '*' ? 'every service' : owner} | ${key} | ${partitions} | ${keptText(topic)} | ${classification} |`;

const keptText = ({ retentionDays, isCompacted }) =>
  isCompacted ? `last of each key; others ${retentionDays} d` : `${retentionDays} d`;

function topicChapter({ name, types }, schemas) {
  const known = schemas.filter(({ type }) => types.includes(type));
  const body =
    known.length === 0
      ? 'Audit entries: bytes of their own canonical form (RFC 8785), numbered by source in the header `ce_srcseq`.\n'
      : known.map(eventChapter).join('\n');
  return `## ${name}\n\n${body}`;
}

const eventChapter = ({ type, schema }) => `### ${type}

${schema.description}

| property | type | required |
| --- | --- | --- |
${Object.entries(schema.properties)
  .map(
    ([name, property]) =>
      `| ${name} | ${typeText(property)} | ${schema.required.includes(name) ? 'yes' : 'no'} |`,
  )
  .join('\n')}
`;

function typeText(property) {
  if (property.type === 'array') return `list of at most ${property.maxItems}: ${typeText(property.items)}`;
  if (property['x-code-list']) return `code of ${property['x-code-list']}`;
  if (property.enum) return property.enum.map((value) => `\`${value}\``).join(', ');
  if (property.format) return property.format;
  return property.pattern ? `\`${property.pattern.replaceAll('|', '\\|')}\`` : property.type;
}
