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
    expect(undescribed(schema)).toEqual([]);
  });

  it('is of draft 7, requires what has no default and refuses unknown keys', () => {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      required: ['version', 'encoder', 'routes'],
      additionalProperties: false,
      properties: { head: { default: 'max', enum: ['max', 'mean', 'centroid'] } },
    });
  });
});

/** Keys of the schema, at any depth, that nobody explains. */
function undescribed({ properties = {}, items, additionalProperties }: Schema): string[] {
  const own = Object.entries(properties).filter(([, { description }]) => description === undefined);
  const inner = [...Object.values(properties), items, additionalProperties].flatMap((one) =>
    one ? undescribed(one) : [],
  );
  return [...own.map(([key]) => key), ...inner];
}
