import type { Mishap, Trouble } from './steps.ts';

/** The steps of a use case in their order, each with a description. */
export type StepTable = Readonly<Record<string, string>>;

type Way = readonly [words: string, mishap: Mishap];

const dying: Way = ['the process dies before', 'the process dies'];
const everyWay: readonly Way[] = [
  dying,
  ['the connection breaks before', 'the call is lost'],
  ['the connection breaks after', 'the answer is lost'],
];

/**
 * The faults at the boundaries of the steps, as sentences for `test.each`. Within a transaction every
 * fault ends in the same rollback, so one represents all; a COMMIT, or a step outside of a transaction,
 * may lose its request or its answer.
 */
export function crashesAt(steps: StepTable): [sentence: string, trouble: Trouble][] {
  let isInside = false;
  return Object.entries(steps).flatMap(([at, doing]) => {
    if (at.startsWith('BEGIN')) isInside = true;
    if (at.startsWith('COMMIT')) isInside = false;
    return (isInside ? [dying] : everyWay).map(([words, mishap]): [string, Trouble] => [
      `${words} ${doing}`,
      { at, mishap },
    ]);
  });
}
