export { assembleRouter, type AssembledRouter, type AssembleOptions } from './assemble-router.ts';
export { configuredHead } from './configured-head.ts';
export { editRouterConfig, type RouterEdits } from './edit-router-config.ts';
export { expectedOutOfScopeOf } from './expected-out-of-scope.ts';
export { routerConfigJsonSchema } from './json-schema.ts';
export { loadRouterConfig } from './load-router-config.ts';
export { parseCases, type Case, type ParseCasesOptions } from './parse-cases.ts';
export { parseRouterConfig, type ParseOptions } from './parse-router-config.ts';
export type { RouterConfig } from './router-config.ts';
