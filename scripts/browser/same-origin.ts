import { afterAll, expect } from 'vitest';

// More than one test file ever loads: entries beyond this would be dropped.
performance.setResourceTimingBufferSize(10_000);

/** What is tested in a page asks nobody but the server that the page came from. */
afterAll(() => {
  const { origin } = new URL(import.meta.url);
  const requested = performance.getEntriesByType('resource').map(({ name }) => name);
  expect(requested.filter((url) => new URL(url).origin !== origin)).toEqual([]);
});
