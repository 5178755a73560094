import { measureFigures, type LabelledCase, type Outcome } from '@sr/engine';
import { mean } from '../../measure/mean.ts';
import type { Row } from '../../report/report.ts';
import { meanAnswerMs, type AnswerSizes } from './mean-answer-ms.ts';
import type { LearnedMethod, Method } from './method.ts';
import type { Scenario } from './scenarios.ts';

/** One row per method. */
export async function measureScenario(
  { dataset, utterancesPerRoute, draws, cases }: Scenario,
  methods: readonly Method[],
  sizes: AnswerSizes,
): Promise<Row[]> {
  const learned: LearnedMethod[][] = [];
  for (const routes of draws) {
    const ofDraw: LearnedMethod[] = [];
    for (const method of methods) ofDraw.push(await method.learn(routes));
    learned.push(ofDraw);
  }
  const firstDraw = learned[0]!;
  const texts = cases.map(({ text }) => text);
  const meanMs = await meanAnswerMs(firstDraw, texts, sizes);

  const rows: Row[] = [];
  for (const [m, { name }] of methods.entries()) {
    const figures = [];
    for (const ofDraw of learned) figures.push(measureFigures(await judge(ofDraw[m]!, cases)));
    rows.push({
      dataset,
      utterancesPerRoute,
      method: name,
      top1: mean(figures.map(({ top1 }) => top1!)),
      overall: mean(figures.map(({ accuracy }) => accuracy!)),
      meanMs: meanMs[m]!,
      configurationLines: firstDraw[m]!.configurationLines,
    });
  }
  return rows;
}

async function judge({ guess }: LearnedMethod, cases: readonly LabelledCase[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { text, route } of cases) outcomes.push({ ...(await guess(text)), expected: route });
  return outcomes;
}
