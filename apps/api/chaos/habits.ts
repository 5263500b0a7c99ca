/** What a shopper does after the checkout, in percent. */
const habits = [
  ['pays', 46],
  ['is declined, then pays', 9],
  ['authenticates', 9],
  ['pays by bank', 6],
  ['never pays', 7],
  ['pays late', 4],
  ['cancels', 4],
  ['cancels while paying', 4],
  ['pays, then cancels', 3],
  ['pays, then disputes it', 4],
  ['pays with what no refund reaches', 4],
] as const;

export type Habit = (typeof habits)[number][0];

/** Each habit as often as its percentage. */
export const drawn: readonly Habit[] = habits.flatMap(([habit, count]) =>
  Array<Habit>(count).fill(habit),
);
