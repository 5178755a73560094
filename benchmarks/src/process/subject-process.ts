import { createInterface } from 'node:readline';
import { nodeSubjects, type NodeSubjectName } from '../subjects/node-subjects.ts';
import type { SubjectSettings } from '../subjects/subject.ts';
import type { Block, BlockResult, Ready } from './protocol.ts';
import { runBlock } from './run-block.ts';

// Runs one contender of Node: `node subject-process.js NAME`; see protocol.ts.
const load = nodeSubjects[process.argv[2] as NodeSubjectName];
const requests = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const settings = await receive<SubjectSettings>();
if (settings) {
  const start = performance.now();
  const subject = await load(settings);
  send({ loadMs: performance.now() - start });
  for (let block = await receive<Block>(); block; block = await receive<Block>()) {
    send(await runBlock(subject, block));
  }
  await subject.dispose();
}

async function receive<Request>(): Promise<Request | undefined> {
  const { value, done } = await requests.next();
  return done ? undefined : (JSON.parse(value) as Request);
}

function send(answer: Ready | BlockResult): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
