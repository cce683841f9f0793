/** The part of JSON Schema that event schemas are written in. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly [keyword: string]: unknown;
}

const keywords = new Set([
  ...['$schema', '$id', 'title', 'description', 'type', 'properties', 'required', 'additionalProperties'],
  ...['format', 'pattern', 'enum', 'const', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['items', 'minItems', 'maxItems', 'uniqueItems', 'x-code-list', 'x-classification'],
]);
const formats = new Set(['uuid', 'date-time', 'date']);
const classes = new Set(['pseudonymous', 'operational', 'public']);

// Words of a property's name that speak of a person or tell a story, in the two languages of this house.
const tellingWords = new Set([
  ...[
    'name',
    'alias',
    'nik',
    'nama',
    'address',
    'alamat',
    'residence',
    'location',
    'phone',
    'telepon',
    'email',
  ],
  ...[
    'birth',
    'birthdate',
    'guardian',
    'wali',
    'reporter',
    'photo',
    'image',
    'handle',
    'username',
    'contact',
  ],
  ...[
    'summary',
    'narrative',
    'story',
    'note',
    'notes',
    'text',
    'comment',
    'remark',
    'message',
    'description',
  ],
]);

// What must never fit into a property that is not closed by a format or a list.
const tellings = [
  'Siti Contoh',
  'siti_contoh',
  'siti@example.org',
  '081234567890',
  '+6281234567890',
  '3174012345678901',
  'anak itu menangis setiap malam',
  'a'.repeat(200),
];

/**
 * What an event schema says that it may not say: identity, narrative, or anything through which they could pass.
 *
 * @returns one line per fault; empty when the schema may be published.
 */
export const faultsOf = (schema: Schema, path = ''): string[] => [
  ...Object.keys(schema)
    .filter((keyword) => !keywords.has(keyword))
    .map((keyword) => `${path}: keyword ${keyword} is not reviewed`),
  ...classificationFaults(schema, path),
  ...typeFaults(schema, path),
];

function classificationFaults(schema: Schema, path: string): string[] {
  const classification = schema['x-classification'];
  if (classification === undefined) return [];
  return typeof classification === 'string' && classes.has(classification)
    ? []
    : [`${path}: classified ${JSON.stringify(classification)}`];
}

function typeFaults(schema: Schema, path: string): string[] {
  switch (schema.type) {
    case 'object':
      return objectFaults(schema, path);
    case 'array':
      return [
        ...(typeof schema['maxItems'] === 'number' ? [] : [`${path}: list without maxItems`]),
        ...faultsOf(schema.items ?? {}, `${path}[]`),
      ];
    case 'string':
      return stringFaults(schema, path);
    case 'integer':
      return 'minimum' in schema && 'maximum' in schema ? [] : [`${path}: integer without bounds`];
    case 'boolean':
      return [];
    case undefined:
    default:
      return [`${path}: type ${String(schema.type)} is not allowed`];
  }
}

function objectFaults(schema: Schema, path: string): string[] {
  return [
    ...(schema['additionalProperties'] === false ? [] : [`${path}: additionalProperties is not false`]),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
      ...wordsOf(name)
        .filter((word) => tellingWords.has(word))
        .map((word) => `${path}/${name}: named ${word}`),
      ...faultsOf(property, `${path}/${name}`),
    ]),
  ];
}

function stringFaults(schema: Schema, path: string): string[] {
  if (formats.has(String(schema['format'])) || 'enum' in schema || 'const' in schema) return [];
  const { pattern, maxLength } = schema;
  if (typeof pattern !== 'string') return [`${path}: string that holds anything`];
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return [`${path}: pattern without both ends`];
  const fits = new RegExp(pattern, 'u');
  const longest = typeof maxLength === 'number' ? maxLength : 100;
  return tellings
    .filter((telling) => telling.length <= longest || typeof maxLength !== 'number')
    .filter((telling) => fits.test(telling))
    .map((telling) => `${path}: lets through ${JSON.stringify(telling.slice(0, 20))}`)
    .concat(
      /[+*]|,\}/.test(pattern.replaceAll(/\[[^\]]*\]/g, '')) && !('x-code-list' in schema)
        ? [`${path}: open pattern without x-code-list`]
        : [],
    );
}

const wordsOf = (name: string): string[] =>
  name
    .split(/(?=[A-Z])|[-_]/)
    .map((word) => word.toLowerCase())
    .concat(name.toLowerCase());
