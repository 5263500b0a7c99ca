import { etagOf, matchesEtag, matchesStrongly } from '../../src/utils/etag.ts';

describe('Entity tags', () => {
  test('are the same for the same bytes and differ for others', () => {
    expect(etagOf('a')).toBe(etagOf(Buffer.from('a')));
    expect(etagOf('a')).not.toBe(etagOf('b'));
    expect(etagOf('a')).toMatch(/^"[\w-]{22}"$/);
  });

  test.each([
    ['"x"', true, true],
    ['W/"x"', true, false],
    ['"y", "x"', true, true],
    ['*', true, true],
    ['"y"', false, false],
    ['x', false, false],
    ['', false, false],
  ])('compare with %s, weakly and strongly', (condition, weakly, strongly) => {
    expect(matchesEtag(condition, '"x"')).toBe(weakly);
    expect(matchesStrongly(condition, '"x"')).toBe(strongly);
  });
});
