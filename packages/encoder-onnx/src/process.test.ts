import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

// What an application sees of worker threads: whether its process ends, and what is printed.

const load = `
  import { minilmL6V2 as model } from '@sr/model-minilm-l6-v2';
  import { loadOnnxEncoder } from '@sr/encoder-onnx';
`;

/** Standard output of a program of its own. */
async function run(program: string, ...options: readonly string[]): Promise<string> {
  const args = ['--conditions=@sr/source', ...options, '--input-type=module', '--eval', load + program];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: import.meta.dirname,
    timeout: 60_000,
  });
  return stdout.trim();
}

describe('a process with an encoder', () => {
  it('waits for rows, and ends by itself when the encoder is idle', async () => {
    const program = `
      const encoder = await loadOnnxEncoder({ model });
      const calls = Array.from({ length: 20 }, () => encoder.encode(['refund my order']));
      console.log((await Promise.all(calls)).length);`;
    expect(await run(program)).toBe('20');
  });

  it('ends while the model computes, if it is told to', async () => {
    const program = `
      const encoder = await loadOnnxEncoder({ model });
      void encoder.encode(Array(256).fill('refund my order'));
      setTimeout(() => { console.log('bye'); process.exit(0); }, 5);`;
    expect(await run(program)).toBe('bye');
  });

  it.each(['worker', 'inline'])(
    'is told what to install where the runtime is missing: %s',
    async (thread) => {
      const withoutRuntime = `data:text/javascript,
      import { registerHooks } from 'node:module';
      registerHooks({
        resolve(specifier, context, next) {
          return next(specifier === 'onnxruntime-node' ? 'onnxruntime-not-installed' : specifier, context);
        },
      });`;
      const program = `
      const error = await loadOnnxEncoder({ model, thread: '${thread}' }).catch((reason) => reason);
      console.log(JSON.stringify({ code: error.code, details: error.details, message: error.message }));`;
      const error: unknown = JSON.parse(await run(program, '--import', withoutRuntime));
      expect(error).toEqual({
        code: 'SR_RUNTIME_MISSING',
        details: { package: 'onnxruntime-node' },
        message: expect.stringContaining('npm i onnxruntime-node') as string,
      });
    },
  );
});
