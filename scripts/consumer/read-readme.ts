/** What a README promises to whoever follows it. */
export interface Readme {
  /** The names after `npm install`, of all such commands; options are left out. */
  readonly installs: readonly string[];
  /** The TypeScript blocks, in order: each a program of its own. */
  readonly programs: readonly string[];
}

export function readReadme(markdown: string): Readme {
  const blocks = [...markdown.matchAll(/^```(\w+)[^\n]*\n([^]*?)^```$/gm)];
  const ofLanguage = (...languages: string[]) =>
    blocks.filter(([, language]) => languages.includes(language!)).map(([, , text]) => text!);
  const installs = ofLanguage('sh', 'bash').flatMap((text) =>
    [...text.matchAll(/^npm (?:install|i) (.+)$/gm)].flatMap(([, words]) => words!.split(/\s+/)),
  );
  return {
    installs: installs.filter((word) => !word.startsWith('-')),
    programs: ofLanguage('ts'),
  };
}
