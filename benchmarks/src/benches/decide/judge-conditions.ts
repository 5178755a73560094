import type { Encoder, Route } from '@sr/core';
import { autoHead, createRouter, evaluate, type Evaluation, type LabelledCase } from '@sr/engine';
import { mean } from '../../measure/mean.ts';
import type { Random } from '../../measure/random.ts';
import { drawUtterances } from '../../workloads/draw-utterances.ts';
import { nameInWords } from '../../workloads/name-in-words.ts';

/** What is judged beside the training files as they are. */
export interface Conditions {
  /** CLINC150, ten utterances a route, π = 0.15. */
  readonly farOutOfScope: Evaluation;
  /** BANKING77, ten utterances a route, one typo a query. */
  readonly misspelt: Evaluation;
  /** CLINC150, one utterance a route: mean top-1 over the draws. */
  readonly singleTop1: number;
  /** CLINC150, the name in words as the only utterance. */
  readonly namesOnly: Evaluation;
}

export interface ConditionSettings {
  readonly encoder: Encoder;
  readonly clinc: RoutesAndCases;
  /** Cases with their typos. */
  readonly banking: RoutesAndCases;
  /** To draw single utterances from. */
  readonly pool: readonly Route[];
  readonly singleDraws: number;
  readonly random: Random;
}

interface RoutesAndCases {
  readonly routes: readonly Route[];
  readonly cases: readonly LabelledCase[];
}

export async function judgeConditions(settings: ConditionSettings): Promise<Conditions> {
  const { encoder, clinc, banking, pool, singleDraws, random } = settings;
  const judge = async ({ routes, cases }: RoutesAndCases) =>
    evaluate(await createRouter({ encoder, routes }), cases);

  const head = autoHead({ expectedOutOfScope: 0.15 });
  const farOutOfScope = await evaluate(
    await createRouter({ encoder, routes: clinc.routes, head }),
    clinc.cases,
  );
  const singles: number[] = [];
  for (let draw = 0; draw < singleDraws; draw++) {
    const { top1 } = await judge({ routes: drawUtterances(pool, 1, random), cases: clinc.cases });
    singles.push(top1!);
  }
  const names = clinc.routes.map(({ name }) => ({ name, utterances: [nameInWords(name)] }));
  return {
    farOutOfScope,
    misspelt: await judge(banking),
    singleTop1: mean(singles),
    namesOnly: await judge({ routes: names, cases: clinc.cases }),
  };
}
