import type { Case } from '@sr/config';
import type { JudgedCase } from '@sr/engine';

/**
 * JUnit's XML, as CI servers read it: a test case for each labelled case, named after its text, in a
 * class named after its label.
 */
export function formatJunit(cases: readonly Case[], judged: readonly JudgedCase[]): string {
  const failures = judged.filter(({ expected, decision }) => decision.route !== expected).length;
  const total = judged.reduce((sum, one) => sum + secondsOf(one), 0);
  const counts = `tests="${judged.length}" failures="${failures}" errors="0" skipped="0" time="${total.toFixed(6)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="sr eval" ${counts}>`,
    ...cases.map(({ text }, i) => testCase(text, judged[i]!)),
    '  </testsuite>',
    '</testsuites>\n',
  ].join('\n');
}

function testCase(text: string, judged: JudgedCase): string {
  const { expected, decision } = judged;
  const { route, confidence, threshold, reason } = decision;
  const head = `    <testcase classname="${escape(nameOf(expected))}" name="${escape(text)}" time="${secondsOf(judged).toFixed(6)}"`;
  if (route === expected) return `${head}/>`;
  const message = `expected ${nameOf(expected)}, got ${nameOf(route)} (${reason}, confidence ${confidence.toFixed(3)}, threshold ${threshold})`;
  return `${head}><failure message="${escape(message)}"/></testcase>`;
}

function nameOf(route: string | null): string {
  return route ?? 'no route';
}

function secondsOf({ decision }: JudgedCase): number {
  const { encode, search, decide } = decision.timingsMs;
  return (encode + search + decide) / 1000;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For an attribute. What XML 1.0 cannot hold, such as most control characters, becomes U+FFFD. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/gu, (character) => escapes[character]!)
    .replace(/[\t\n\r]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
