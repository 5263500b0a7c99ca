import { etagOf, matchesEtag } from '../../src/utils/etag.ts';

describe('Entity tags', () => {
  test('are the same for the same bytes and differ for others', () => {
    expect(etagOf('a')).toBe(etagOf(Buffer.from('a')));
    expect(etagOf('a')).not.toBe(etagOf('b'));
    expect(etagOf('a')).toMatch(/^"[\w-]{22}"$/);
  });

  test.each([
    ['"x"', true],
    ['W/"x"', true],
    ['"y", "x"', true],
    ['*', true],
    ['"y"', false],
    ['x', false],
    ['', false],
  ])('compare with %s', (condition, expected) => {
    expect(matchesEtag(condition, '"x"')).toBe(expected);
  });
});
