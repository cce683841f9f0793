import { judge, type Fixture } from './gates/program.js';

const lint = judge('lint-fixtures');
const dependencies = judge('dependency-fixtures');

const gateOf = ({ rule = '', detail = '' }: Fixture): string => [rule, detail].filter(Boolean).join(' ');

/** A finding reads `rule: message`; a selector of our own is named at the beginning of its message. */
const rejects = ({ rule = '', detail = '', found }: Fixture): boolean =>
  found.some(
    (line) => line.replace(/^no-restricted-syntax: /, '').startsWith(`${rule}:`) && line.includes(detail),
  );

describe('lint', () => {
  it.each(lint.fixtures.map((fixture) => [fixture.file, gateOf(fixture), fixture] as const))(
    'rejects %s by %s',
    (_file, _gate, fixture) => {
      expect(rejects(fixture) ? [] : fixture.found).toEqual([]);
      expect(rejects(fixture)).toBe(true);
    },
  );

  it('has something to reject for each of its own rules', () => {
    const proven = new Set(lint.fixtures.map(gateOf));
    expect(lint.gates.length).toBeGreaterThan(20);
    expect(lint.gates.filter((gate) => !proven.has(gate))).toEqual([]);
  });
});

describe('the arrows between files', () => {
  it.each(
    dependencies.fixtures.map((fixture) => [fixture.file, fixture.rule ?? 'nothing', fixture] as const),
  )('in %s are rejected by %s', (_file, _rule, { rule, found }) => {
    expect(found).toEqual(rule === undefined ? [] : [rule]);
  });

  it('have something to reject for each rule', () => {
    const proven = new Set(dependencies.fixtures.map(({ rule }) => rule));
    expect(dependencies.gates.length).toBeGreaterThan(10);
    expect(dependencies.gates.filter((gate) => !proven.has(gate))).toEqual([]);
  });
});
