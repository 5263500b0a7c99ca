import { withDeps } from '../../src/utils/withDeps.ts';

describe('Use cases with their dependencies', () => {
  const deps = { prefix: 'no. ', unit: ' items' };
  const useCases = withDeps(deps, {
    label: ({ prefix }: { prefix: string }, count: number, suffix = '') =>
      `${prefix}${count}${suffix}`,
    unitOf: ({ unit }: { unit: string }) => unit,
  });

  test('take the input alone, whatever part of the dependencies each needs', () => {
    expect(useCases.label(3)).toBe('no. 3');
    expect(useCases.label(3, '!')).toBe('no. 3!');
    expect(useCases.unitOf()).toBe(' items');
  });

  test('can be taken out of their object', () => {
    const { label } = useCases;
    expect([1, 2].map((count) => label(count))).toEqual(['no. 1', 'no. 2']);
  });

  test('refuse at compile time what the use case does not take', () => {
    // @ts-expect-error: the count is a number.
    expect(useCases.label('3')).toBe('no. 3');
    // @ts-expect-error: a use case that needs more than there is.
    withDeps(deps, { needy: ({ queue }: { queue: string }) => queue });
  });
});
