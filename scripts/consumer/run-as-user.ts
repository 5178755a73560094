import { execFile } from 'node:child_process';

/** Resolves to the standard output; rejects with all output where the command fails. */
export function runAsUser(folder: string, command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd: folder, env: userEnvironment() }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${[command, ...args].join(' ')} failed:\n${stdout}${stderr}`));
      else resolve(stdout);
    });
  });
}

/** What pnpm and Vitest tell their children is nothing that a user's shell has. */
function userEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(p?npm_|VITEST|NODE_ENV$)/i.test(name));
  // onnxruntime-node's script would fetch CUDA files, which no example needs, from outside the registry.
  return { ...Object.fromEntries(entries), ONNXRUNTIME_NODE_INSTALL: 'skip' };
}
