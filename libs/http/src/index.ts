export { ApiPlatformModule } from './api-platform.module.js';
export type { ApiPlatformOptions } from './api-platform.module.js';
export { CallerLanguage, Context, IfMatch } from './context.decorator.js';
export { cursorCodec, Cursors, pageQuery } from './cursors.js';
export type { Page } from './cursors.js';
export {
  Answers,
  AtMostPerMinute,
  Audited,
  declarationOf,
  OpenToAll,
  Public,
  Requires,
  SignedInWithin,
  Unrecorded,
} from './declarations.js';
export type { Declaration } from './declarations.js';
export { describeApi } from './open-api.js';
export { invalid, Problem } from './problem.js';
export type { FieldError, Language } from './problem.js';
export { ConfigError, requireSettings, serviceConfig } from './service-config.js';
export type { ServiceConfig } from './service-config.js';
export { createApi, startApi } from './start-api.js';
export type { ApiOptions } from './start-api.js';
export { LOGGER } from './tokens.js';
