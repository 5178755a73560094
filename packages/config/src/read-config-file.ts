import { SrError } from '@sr/core';

const extensions = ['.yaml', '.yml', '.json'];

/**
 * The text of a router.yaml, router.yml or router.json; Node only.
 * @throws SR_CONFIG_UNSUPPORTED for another extension, SR_CONFIG_NOT_FOUND.
 */
export async function readConfigFile(file: string): Promise<string> {
  if (!extensions.some((extension) => file.endsWith(extension))) {
    const message = `${file} must end in ${extensions.join(', ')}; other formats are not read.`;
    throw new SrError('SR_CONFIG_UNSUPPORTED', message, { file, expected: extensions });
  }
  const { readFile } = await import('node:fs/promises'); // here, so that the rest of the package runs anywhere
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw (cause as NodeJS.ErrnoException).code === 'ENOENT' ? notFound(file, cause) : cause;
  });
}

function notFound(file: string, cause: unknown): SrError {
  const message = `${file} does not exist; name the file with routes, or write a first one with \`sr init ${file}\`.`;
  return new SrError('SR_CONFIG_NOT_FOUND', message, { file }, { cause });
}
