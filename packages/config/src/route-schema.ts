import { scoreRanges } from '@sr/core';
import { z } from 'zod';
import { modelName, visibleText } from './schema-texts.ts';

// The wider scale; whether a threshold is on the scale of the head is checked when both are known.
const [lowest, highest] = scoreRanges.cosine;
const onScale = `a number from ${lowest} to ${highest}`;

/** On the head's scale. */
export const threshold = z
  .number({ error: onScale })
  .min(lowest, { error: onScale })
  .max(highest, { error: onScale });

const routeName = z
  .string({ error: 'a name' })
  .regex(/^(?!null$).*\S.*$/u, { error: 'a name on one line, and not "null", which stands for no route' });

export const routeSchema = z
  .strictObject(
    {
      name: routeName.meta({
        description:
          'Unique in the file. What a decision calls the route; not "null", which stands for no route.',
      }),
      description: visibleText
        .exactOptional()
        .meta({ description: 'What the route is about. The head `auto` reads it as one more example.' }),
      model: modelName
        .exactOptional()
        .meta({ description: 'The model that answers: a name under `models`, where the file has them.' }),
      utterances: z
        .array(visibleText, { error: 'a list of texts' })
        .min(1, { error: 'a list of at least one text' })
        .meta({ description: 'Example texts, at least one, each in one route only.' }),
      negatives: z.array(visibleText, { error: 'a list of texts' }).exactOptional().meta({
        description: 'Texts that are near, but not this route: a query nearer to one of them is not for it.',
      }),
      threshold: threshold.exactOptional().meta({
        description: 'Overrides the threshold of the file, on the same scale.',
      }),
      metadata: z
        .record(z.string(), z.unknown(), { error: 'a map' })
        .exactOptional()
        .meta({ description: 'Yours: kept, never read.' }),
    },
    { error: 'a map with name and utterances' },
  )
  .meta({ title: 'route', description: 'What a query can be about, told by examples.' });
