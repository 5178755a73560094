import { maxHead } from '@sr/engine';
import { loadNaiveRouter } from './load-naive-router.ts';
import { loadSemanticRouter } from './load-semantic-router.ts';
import type { LoadSubject } from './subject.ts';

/** The contenders that run in Node; a process that was started for one loads no other. */
export const nodeSubjects = {
  'sr-worker': loadSemanticRouter({ thread: 'worker', head: maxHead }),
  'sr-inline': loadSemanticRouter({ thread: 'inline', head: maxHead }),
  'sr-default': loadSemanticRouter({ thread: 'worker' }),
  naive: loadNaiveRouter({}),
  'naive-one-thread': loadNaiveRouter({ threads: 1 }),
} satisfies Record<string, LoadSubject>;

export type NodeSubjectName = keyof typeof nodeSubjects;
