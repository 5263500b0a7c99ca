/**
 * The value as the member of a list that it is: for text that a column holds to a few words.
 * @throws {RangeError} for any other value.
 */
export function memberOf<Member extends string>(members: readonly Member[], value: string): Member {
  const found = members.find((member) => member === value);
  if (found === undefined) throw new RangeError(`${value} is none of ${members.join(', ')}`);
  return found;
}
