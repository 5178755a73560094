import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routerConfigJsonSchema } from './json-schema.ts';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | false;
}

describe('routerConfigJsonSchema', () => {
  const schema = routerConfigJsonSchema() as Schema;

  it('describes every key', () => {
    expect(keysOf(schema).filter(({ description }) => description === undefined)).toEqual([]);
  });

  it('has the keys of the table in the README, and no other', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const [, table = ''] = readme.split('## router.yaml');
    const inTable = [...table.matchAll(/^\| `([^`]+)`/gmu)].map(([, key]) => key);
    const inSchema = keysOf(schema).map(({ path }) => path);
    // Told with the map that they are in.
    expect(inTable).toEqual(inSchema.filter((path) => !['gateway', 'models.*.apiKey.env'].includes(path)));
  });

  it('is of draft 7, requires what has no default and refuses unknown keys', () => {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      required: ['version', 'encoder', 'routes'],
      additionalProperties: false,
      properties: { head: { default: 'auto', enum: ['auto', 'max', 'mean', 'centroid'] } },
    });
  });
});

interface Key {
  readonly path: string;
  readonly description: string | undefined;
}

/** All keys at any depth, in order, as the README writes them: `routes[].name`, `models.*.adapter`. */
function keysOf({ properties = {}, items, additionalProperties }: Schema, prefix = ''): Key[] {
  const own = Object.entries(properties).flatMap(([key, schema]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    return [{ path, description: schema.description }, ...keysOf(schema, path)];
  });
  const ofItems = items ? keysOf(items, `${prefix}[]`) : [];
  return [...own, ...ofItems, ...(additionalProperties ? keysOf(additionalProperties, `${prefix}.*`) : [])];
}
