import {
  defaultPermissions,
  differenceFromDefaults,
  matches,
  permissionsOf,
  staffPatterns,
} from '../../src/kernel/builtInRoles.ts';
import { staffPermissions } from '../../src/kernel/permissions.ts';

describe('The patterns of the built-in roles', () => {
  const patterns = Object.values(staffPatterns).flat();

  test.each([
    ['*', 'orders:read', true],
    ['orders:*', 'orders:refund', true],
    ['*:read', 'orders:read', true],
    ['orders:read', 'orders:read', true],
    ['orders:*', 'ordersArchive:read', false],
    ['*:read', 'orders:refund', false],
    ['orders:read', 'orders:refund', false],
  ])('are names, resources or actions: %s covers %s: %s', (pattern, permission, isCovered) => {
    expect(matches(pattern, permission)).toBe(isCovered);
  });

  test('each cover a permission that exists, or all of a resource that has none yet', () => {
    const covers = (pattern: string) => staffPermissions.some((one) => matches(pattern, one));
    const missing = patterns.filter((pattern) => !covers(pattern));
    expect(missing.filter((pattern) => !pattern.endsWith(':*'))).toEqual([]);
  });
});

describe('A built-in role', () => {
  const defaults = defaultPermissions.get('finance') ?? [];

  test('is stored as its differences from the defaults', () => {
    const wanted = [...defaults.slice(1), 'jobs:read'];
    const stored = differenceFromDefaults('finance', wanted);
    expect(stored).toEqual({ permissions: ['jobs:read'], withheld: defaults.slice(0, 1) });
    const role = { name: 'finance', builtIn: true, ...stored };
    expect(permissionsOf(role).toSorted()).toEqual(wanted.toSorted());
  });

  test('of the owner holds everything, whatever is stored', () => {
    const stored = { permissions: [], withheld: ['orders:read'] };
    expect(permissionsOf({ name: 'owner', builtIn: true, ...stored })).toEqual(staffPermissions);
    expect(permissionsOf({ name: 'owner', builtIn: false, ...stored })).toEqual([]);
  });
});
