import { project } from './jest.preset.mjs';

export default {
  // Hangs end here; nothing is measured by it. A busy machine of two cores needs this much for real servers.
  testTimeout: 120_000,
  projects: [
    project('unit', ['<rootDir>/{apps,libs,deploy}/**/*.spec.ts']),
    project('integration', ['<rootDir>/{apps,libs}/**/*.int-spec.ts']),
    project('contract', ['<rootDir>/test/contract/**/*.spec.ts']),
    project('architecture', ['<rootDir>/test/architecture/*.spec.ts']),
    project('tamper', ['<rootDir>/test/tamper/**/*.{spec,int-spec}.ts']),
    project('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts']),
    project('resilience', ['<rootDir>/test/resilience/**/*.e2e-spec.ts']),
  ],
};
