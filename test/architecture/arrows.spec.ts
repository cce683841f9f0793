import config from '../../.dependency-cruiser.mjs';
import { run } from './gates/program.js';

interface Cruised {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

const { modules, summary } = JSON.parse(
  run('npx', 'depcruise', 'apps', 'libs', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'),
) as Cruised;

describe('the arrows of the repository', () => {
  it('all point where they may', () => {
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  it.each(config.forbidden.map(({ name, from }) => [name, from] as const))(
    '%s has something to watch',
    (_name, from) => {
      const path = 'path' in from ? new RegExp([from.path].flat().join('|')) : /./;
      expect(modules.filter(({ source }) => path.test(source)).length).toBeGreaterThan(0);
    },
  );
});
