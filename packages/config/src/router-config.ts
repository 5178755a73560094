import type { z } from 'zod';
import type { routerSchema } from './router-schema.ts';

/** A router.yaml that has been checked; defaults are filled in. */
export type RouterConfig = DeepReadonly<z.output<typeof routerSchema>>;

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;
