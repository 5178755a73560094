import type { Route } from '@sr/core';

export interface LabelledText {
  readonly text: string;
  /** Name of its route. */
  readonly route: string;
}

export interface RoutesOfTexts {
  /** In the order in which they occur. */
  readonly routes: readonly Route[];
  /** Texts that are left out, because another route has them already. */
  readonly dropped: number;
}

/** One route per label. A text with two labels keeps the first: no router could tell the routes apart by it. */
export function toRoutes(texts: readonly LabelledText[]): RoutesOfTexts {
  const owners = new Map<string, string>();
  for (const { text, route } of texts) if (!owners.has(text)) owners.set(text, route);
  const kept = texts.filter(({ text, route }) => owners.get(text) === route);
  const byRoute = Map.groupBy(kept, ({ route }) => route);
  return {
    routes: [...byRoute].map(([name, own]) => ({ name, utterances: own.map(({ text }) => text) })),
    dropped: texts.length - kept.length,
  };
}
