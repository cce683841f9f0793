import { project } from './jest.preset.mjs';

// Hangs end here; nothing is measured by it. A busy machine of two cores needs this much for real servers.
const patient = { testTimeout: 60_000 };
const veryPatient = { testTimeout: 240_000 };

export default {
  projects: [
    project('unit', ['<rootDir>/{apps,libs,deploy}/**/*.spec.ts']),
    project('integration', ['<rootDir>/{apps,libs}/**/*.int-spec.ts'], patient),
    project('contract', ['<rootDir>/test/contract/**/*.spec.ts'], patient),
    project('architecture', ['<rootDir>/test/architecture/*.spec.ts'], veryPatient),
    project('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts'], veryPatient),
    project('resilience', ['<rootDir>/test/resilience/**/*.e2e-spec.ts'], veryPatient),
  ],
};
