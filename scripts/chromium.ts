import { existsSync } from 'node:fs';

/** The browser that the browser tests run in: Debian's, unless the environment names another. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export const hasChromium = existsSync(chromiumPath);
