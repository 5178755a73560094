import { loadOnnxEncoder } from '@sr/encoder-onnx';
import { autoHead, maxHead } from '@sr/engine';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import { describeVersions } from '../report/describe-versions.ts';
import type { Bench, Row } from '../report/report.ts';
import { encodeOnce } from '../workloads/encode-once.ts';
import { nameInWords } from '../workloads/name-in-words.ts';
import { createRecallEncoder } from '../workloads/recall-encoder.ts';
import { keywordMethod } from './methods/keyword-method.ts';
import { measureScenario } from './methods/measure-scenario.ts';
import { randomMethod } from './methods/random-method.ts';
import { routerMethod } from './methods/router-method.ts';
import { bankingScenarios, domainScenarios, type Scenario } from './methods/scenarios.ts';

const seed = 20_260_105;
const drawCount = 3;
const sizes = [5, 10, 20, 50, 100];
const answerSizes = { rounds: 5, texts: 40, warmUp: 5, seed };
const quickCases = 200;

/** The table of the article on semantic routing: what each method decides rightly, and what it costs. */
export const methods: Bench = async ({ quick, say }) => {
  await using encoder = await loadOnnxEncoder({ model: minilmL6V2 });
  const scenarios = quick
    ? (await domainScenarios([5, 10], 1, seed)).slice(0, 2).map(withFewCases)
    : [...(await domainScenarios(sizes, drawCount, seed)), ...(await bankingScenarios())];
  const rows = await encodeOnce(encoder, scenarios.flatMap(textsOf), say);
  const recall = createRecallEncoder({ ...encoder, rows });
  const all = [
    randomMethod(seed),
    keywordMethod,
    routerMethod({ name: 'max cosine', head: maxHead, encoder, recall }),
    routerMethod({ name: 'auto', head: autoHead(), encoder, recall }),
  ];

  const table: Row[] = [];
  for (const scenario of scenarios) {
    say(`${scenario.dataset}, ${scenario.utterancesPerRoute} utterances a route`);
    table.push(...(await measureScenario(scenario, all, answerSizes)));
  }
  const { rounds, texts } = answerSizes;
  return {
    protocol: [
      `CLINC150 domains: ten routes, each with the utterances of the fifteen intents of its domain, drawn from the training file with seed ${seed}; figures are means over ${drawCount} draws. BANKING77: 77 routes, the fixed draws of 5 and 10, and the training file without the validation rows, which come out of it.`,
      'Cases: the whole test splits; nothing is tuned on them. top1: share of in-scope cases whose best route is right. overall: share of all cases decided rightly, the 1,000 out-of-scope ones of CLINC150 by no route; BANKING77 has none.',
      'random takes any route and never refuses. keyword: the 50 words of each route with the highest χ², learned from the same utterances, weighed by √χ²; it refuses a text without a keyword. max cosine: the article’s router, threshold 0.5. auto: the default, no option set.',
      'auto on all utterances is the classifier on all training data: the upper line.',
      `meanMs: from text to decision, one caller, encoder in a worker; ${rounds} interleaved rounds of ${texts} texts each, first draw. Accuracy is measured on rows that were encoded once, int8 model.`,
      'configurationLines: of a router.yaml, or of a keyword table of the same shape, with one text a line; random needs the names alone.',
      `Utterances dropped because another route has them: ${Math.max(...scenarios.map(({ dropped }) => dropped))} of a data set.`,
    ],
    versions: describeVersions(['@sr/engine', '@sr/encoder-onnx', 'onnxruntime-node']),
    rows: table,
    bars: [],
  };
};

function textsOf({ draws, cases }: Scenario): string[] {
  return [
    ...draws.flat().flatMap(({ name, utterances }) => [nameInWords(name), ...utterances]),
    ...cases.map(({ text }) => text),
  ];
}

function withFewCases(scenario: Scenario): Scenario {
  return { ...scenario, cases: scenario.cases.slice(0, quickCases) };
}
