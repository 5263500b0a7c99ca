import type { Mishap, Trouble } from './steps.ts';

/** The steps of a use case in their order, each with what is done there, in words. */
export type StepTable = Readonly<Record<string, string>>;

const ways: readonly (readonly [words: string, mishap: Mishap])[] = [
  ['the process dies before', 'the process dies'],
  ['the connection breaks before', 'the call is lost'],
  ['the connection breaks after', 'the answer is lost'],
];

/** Everything that may happen at every boundary of the steps, as sentences for `test.each`. */
export function crashesAt(steps: StepTable): [sentence: string, trouble: Trouble][] {
  return Object.entries(steps).flatMap(([at, doing]) =>
    ways.map(([words, mishap]): [string, Trouble] => [`${words} ${doing}`, { at, mishap }]),
  );
}
