import { z } from 'zod';
import { encoderNames } from './encoders.ts';
import { headNames } from './heads.ts';
import { modelSchema } from './model-schema.ts';
import { routeSchema, threshold } from './route-schema.ts';
import { modelName, oneOf, visibleText } from './schema-texts.ts';

const share = 'a number between 0 and 1';
const address = 'an address as HOST:PORT';

const gatewaySchema = z
  .strictObject(
    {
      listen: z
        .string({ error: address })
        .regex(/^(\[[0-9a-fA-F:]+\]|[^\s:]+):\d{1,5}$/u, { error: address })
        .meta({ description: 'Address that the gateway listens on: HOST:PORT.' }),
    },
    { error: 'a map with listen' },
  )
  .meta({ title: 'gateway', description: 'Settings of the gateway.' });

/** The one source of what router.yaml may hold: validation, types, messages and JSON Schema come from it. */
export const routerSchema = z
  .strictObject(
    {
      version: z
        .literal(1, { error: '1, the one version of the format that this package reads' })
        .meta({ description: 'Version of the format: 1.' }),
      // Required: embeddings of different encoders cannot be compared, so a default could never change.
      encoder: oneOf(encoderNames).meta({ description: 'What turns texts into embeddings.' }),
      head: z
        .enum(headNames, { error: `one of ${headNames.join(', ')}, the heads of this version` })
        .default('auto')
        .meta({
          description:
            'What turns a query into one score per route: `auto` learns from the utterances, the others compare cosines.',
        }),
      threshold: threshold.exactOptional().meta({
        description:
          "Score that a route must reach, on the head's scale: a probability, 0 to 1, for auto, else a cosine, -1 to 1. Default: the head's.",
      }),
      expectedOutOfScope: z
        .number({ error: share })
        .gt(0, { error: share })
        .lt(1, { error: share })
        .exactOptional()
        .meta({
          description:
            'Share of queries, between 0 and 1, expected to fit no route; for the head auto, default 0.25. Refused with another head.',
        }),
      fallback: modelName.exactOptional().meta({
        description:
          'The model of decisions in which no route is sure enough: a name under `models`, where the file has them.',
      }),
      routes: z
        .array(routeSchema, { error: 'a list of routes' })
        .min(1, { error: 'a list of at least one route' })
        .meta({ description: 'The routes, at least one; the earlier one wins a tie.' }),
      none: z.array(visibleText, { error: 'a list of texts' }).exactOptional().meta({
        description:
          'Texts that no route should take: a query nearer to one of them than to a route is not for it.',
      }),
      models: z
        .record(z.string().regex(/\S/u), modelSchema, { error: 'a map from names to models' })
        .exactOptional()
        .meta({
          description: 'Models by the names that routes use. Optional where only decisions are wanted.',
        }),
      gateway: gatewaySchema.exactOptional(),
    },
    { error: 'a map with version, encoder and routes' },
  )
  .meta({
    title: 'router configuration',
    description: 'A semantic router: encoder, routes, and the models that answer.',
  });
