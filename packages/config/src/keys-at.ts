import { z } from 'zod';
import type { FilePath } from './file-path.ts';

export interface KnownKeys {
  /** What a map with these keys is called. */
  readonly title: string;
  readonly keys: readonly string[];
}

/** The keys that the map at `path` may have. */
export function keysAt(schema: z.ZodType, path: FilePath): KnownKeys {
  const owner = path.reduce(step, schema);
  const keys = owner instanceof z.ZodObject ? Object.keys(owner.shape) : [];
  return { title: owner.meta()?.title ?? 'map', keys };
}

function step(schema: z.ZodType, key: string | number): z.ZodType {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return unwrap((inner.shape as Record<string, z.ZodType>)[key]!);
  if (inner instanceof z.ZodArray) return unwrap(inner.element as z.ZodType);
  if (inner instanceof z.ZodRecord) return unwrap(inner.valueType as z.ZodType);
  return inner;
}

function unwrap(schema: z.ZodType): z.ZodType {
  const isWrapped = schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault;
  return isWrapped ? (schema.unwrap() as z.ZodType) : schema;
}
