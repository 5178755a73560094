import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const config = fileURLToPath(new URL('../../../examples/demo/router.yaml', import.meta.url));
const cases = fileURLToPath(new URL('../../../examples/demo/cases.jsonl', import.meta.url));

function start(args: string[], nodeArgs: string[] = []) {
  const child = spawn(process.execPath, ['--conditions=@sr/source', ...nodeArgs, main, ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const stderr = text(child.stderr);
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return { child, stderr, exit };
}

describe('the sr process', { timeout: 30_000 }, () => {
  it('decides with the model, prints JSON lines and exits while stdin is open', async () => {
    const { child, stderr, exit } = start([
      'route',
      '--config',
      config,
      '--json',
      'My Python script is throwing a KeyError',
    ]);
    const stdout = await text(child.stdout);
    expect(JSON.parse(stdout)).toMatchObject({
      route: 'coding_assistance',
      model: 'coder',
      encoder: 'onnx:minilm-l6-v2@int8',
    });
    expect([await exit, await stderr]).toEqual([0, '']);
  });

  it('decides the cases of the demo as its comments say', async () => {
    const { child, exit } = start(['eval', '--config', config, '--cases', cases, '--json']);
    const { accuracy, outOfScopeRecall } = JSON.parse(await text(child.stdout)) as Record<string, number>;
    expect(accuracy).toBeGreaterThan(0.8);
    expect(outOfScopeRecall).toBe(1);
    expect(await exit).toBe(0);
  });

  it('ends with 130 on Ctrl-C', async () => {
    const { child, stderr, exit } = start(['route', '--config', config, '--json']);
    child.stdin.write('My loop never ends\n');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect([await exit, await stderr]).toEqual([130, '']);
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const { child, stderr, exit } = start(['route', '--config', config, '--json']);
    child.stdin.on('error', () => undefined); // it may be gone before all is written
    child.stdin.write('My loop never ends\n');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write('My loop never ends\n'.repeat(50));
    expect([await exit, await stderr]).toEqual([0, '']);
  });

  it('exits with 2 on wrong use', async () => {
    const { stderr, exit } = start(['eval', '--config', config]);
    expect([await exit, await stderr]).toEqual([2, expect.stringContaining('--cases')]);
  });

  it('prints the schema without loading a model or ONNX Runtime', async () => {
    const refuse = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) {
        if (/onnx|minilm/.test(name)) throw new Error('loaded ' + name);
        return next(name, context);
      } });`;
    const { child, exit } = start(
      ['schema'],
      ['--import', `data:text/javascript,${encodeURIComponent(refuse)}`],
    );
    expect(JSON.parse(await text(child.stdout))).toHaveProperty('properties.routes');
    expect(await exit).toBe(0);
  });
});
