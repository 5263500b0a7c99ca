import { collect } from '../../src/domains/collect.ts';
import { defineDomain } from '../../src/domains/defineDomain.ts';
import { domains } from '../../src/domains/domains.ts';
import { errorCatalog } from '../../src/kernel/errors.ts';
import { idPrefixes } from '../../src/kernel/ids.ts';
import { staffPermissions } from '../../src/kernel/permissions.ts';
import { tagCatalog } from '../../src/kernel/tags.ts';

const toys = defineDomain({ idPrefixes: { toy: 'toy' }, errors: { toy_broken: [409, 'Broken'] } });

describe('The declarations of the domains', () => {
  test('are merged by name', () => {
    const games = defineDomain({ idPrefixes: { game: 'gm' } });
    expect(collect([toys, games], 'idPrefixes')).toEqual({ toy: 'toy', game: 'gm' });
    expect(collect([toys, games], 'errors')).toEqual({ toy_broken: [409, 'Broken'] });
    expect(collect([toys, games], 'events')).toEqual({});
  });

  test('are refused when two have the same name', () => {
    const others = defineDomain({ errors: { toy_broken: [422, 'Broken too'] } });
    expect(() => collect([toys, others], 'errors')).toThrow('"toy_broken" is declared twice');
  });

  test('keep the type of each value by its name', () => {
    const prefix: 'toy' = collect([toys], 'idPrefixes').toy;
    // @ts-expect-error no domain declares this code
    const missing: unknown = collect([toys], 'errors').toy_lost;
    expect([prefix, missing]).toEqual(['toy', undefined]);
  });

  test('include the ids, codes, permissions and tags of the kernel', () => {
    expect(domains.length).toBeGreaterThan(20);
    expect(idPrefixes.order).toBe('ord');
    expect(errorCatalog.out_of_stock[0]).toBe(409);
    expect(staffPermissions).toContain('orders:refund');
    expect(tagCatalog.Refunds.group).toBe('Staff');
  });
});
