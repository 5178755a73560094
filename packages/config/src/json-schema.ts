import { z } from 'zod';
import { routerSchema } from './router-schema.ts';

/** The JSON Schema of router.yaml, as editors read it: draft 7, which YAML language servers know best. */
export function routerConfigJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(routerSchema, { target: 'draft-7', io: 'input' });
}
