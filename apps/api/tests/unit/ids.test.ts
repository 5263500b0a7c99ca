import { idPattern, newId, randomText } from '../../src/kernel/ids.ts';

describe('Ids', () => {
  test('have the prefix of their kind and match their pattern', () => {
    for (const kind of ['product', 'cart', 'order'] as const) {
      expect(newId(kind)).toMatch(idPattern(kind));
    }
    expect(newId('order')).not.toMatch(idPattern('cart'));
  });

  test('sort by the time of their creation', () => {
    const times = [0, 1, 1_700_000_000_000, 1_700_000_000_001, 2 ** 48 - 1];
    const ids = times.map((time) => newId('event', time));
    expect([...ids].sort()).toEqual(ids);
  });

  test('of carts have at least 120 random bits, since they are capabilities', () => {
    const random = newId('cart').slice('cart_'.length + 10);
    expect(random.length * 5).toBeGreaterThanOrEqual(120);
  });

  test('do not repeat within a millisecond', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => newId('event', 1)));
    expect(ids.size).toBe(10_000);
  });

  test('use every letter of the alphabet about equally', () => {
    const counts = new Map<string, number>();
    for (const char of randomText(32_000)) counts.set(char, (counts.get(char) ?? 0) + 1);
    expect(counts.size).toBe(32);
    for (const count of counts.values()) expect(count).toBeGreaterThan(700);
  });
});
