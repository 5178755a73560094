import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Sources are tested as they are written: no package has to be built first.
  resolve: { conditions: ['@sr/source', 'module', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['@sr/source', 'module', 'node', 'import', 'default'] } },
  test: {
    // Worker threads and child processes started by a test resolve sources too.
    execArgv: ['--conditions=@sr/source'],
    projects: [{ extends: true, test: { name: 'unit', include: ['{packages,apps}/*/src/**/*.test.ts'] } }],
  },
});
