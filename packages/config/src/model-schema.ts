import { z } from 'zod';
import { modelName, oneOf, visibleText } from './schema-texts.ts';

const httpUrl = 'an http or https URL without user name and password';

const baseUrl = z.string({ error: httpUrl }).regex(/^https?:\/\/[^\s/@]+(\/[^\s@]*)?$/u, { error: httpUrl });

const variableName = 'the name of an environment variable';

const apiKey = z
  .strictObject(
    {
      env: z
        .string({ error: variableName })
        .regex(/^[A-Za-z_][A-Za-z0-9_]*$/u, { error: variableName })
        .meta({ description: 'Name of the environment variable that holds the key.' }),
    },
    {
      error: '{ env: NAME }, the environment variable that holds the key, since no key belongs in a file',
    },
  )
  .meta({ title: 'apiKey', description: 'Where the key is: { env: NAME }. Never the key itself.' });

export const modelSchema = z
  .strictObject(
    {
      adapter: oneOf(['openai', 'vllm']).meta({ description: 'How the server is spoken to.' }),
      baseUrl: baseUrl.meta({ description: 'Where the server is, up to and with `/v1`.' }),
      model: visibleText.meta({ description: "The model's name at the server." }),
      apiKey: apiKey.exactOptional(),
      fallbacks: z
        .array(modelName, { error: 'a list of names of models' })
        .exactOptional()
        .meta({ description: 'Names under `models`, tried in this order when this one cannot answer.' }),
    },
    { error: 'a map with adapter, baseUrl and model' },
  )
  .meta({ title: 'model', description: 'A model at a server, for the gateway.' });
