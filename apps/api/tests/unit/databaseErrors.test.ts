import {
  isDatabaseUnavailable,
  isOutage,
  isOutOfResources,
  refusesWrites,
} from '../../src/db/errors.ts';
import { StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';
import { toAppError } from '../../src/middleware/error.middleware.ts';

const withCode = (code: string, extra = {}) => Object.assign(new Error(code), { code, ...extra });
/** As Prisma wraps what its driver adapter threw, and Node's streams what a file's disk said. */
const wrapped = (code: string) =>
  code.startsWith('E')
    ? new Error('Not written', { cause: withCode(code) })
    : Object.assign(new Error('Raw query failed'), {
        code: 'P2010',
        meta: { driverAdapterError: { cause: { originalCode: code, kind: 'postgres' } } },
      });

describe('An error of the database', () => {
  test.each([
    ['53000', 'insufficient resources'],
    ['53100', 'disk full'],
    ['53200', 'out of memory'],
    ['53300', 'too many connections'],
    ['53400', 'a limit of the configuration'],
    ['58030', 'an i/o error'],
    ['25006', 'a standby after a failover'],
    ['57P03', 'a server that starts'],
    ['57014', 'a statement that took too long'],
    ['25P04', 'a transaction that took too long'],
    ['08006', 'a connection that broke'],
    ['EHOSTUNREACH', 'a host that is unreachable'],
    ['ENOSPC', 'a full disk of ours'],
    ['EDQUOT', 'a quota that is used up'],
    ['EROFS', 'a disk that was mounted read-only'],
    ['EMFILE', 'too many open files'],
  ])('%s (%s) is a 503 that says when to try again, also through Prisma', (code) => {
    for (const error of [withCode(code), wrapped(code)]) {
      const { status, headers } = toAppError(error);
      expect([status, Number(headers['Retry-After']) > 0]).toEqual([503, true]);
      expect(isOutage(error)).toBe(true);
    }
  });

  test.each(['ECONNREFUSED', 'ECONNRESET', 'ENOSPC'])(
    'is none where the storage of files says %s, also as the cause of another error',
    (code) => {
      const failure = new StorageUnavailableError('No bucket', { cause: withCode(code) });
      for (const error of [failure, new Error('Not stored', { cause: failure })]) {
        expect(isDatabaseUnavailable(error) || isOutOfResources(error) || isOutage(error)).toBe(
          false,
        );
        const answer = toAppError(error);
        expect([answer.code, answer.status]).toEqual(['storage_unavailable', 503]);
        expect(Number(answer.headers['Retry-After'])).toBeGreaterThan(0);
      }
    },
  );

  test.each(['23505', '22P02', '42P01', 'XX000', '40001'])('%s is no outage', (code) => {
    expect(isOutage(withCode(code))).toBe(false);
    expect(toAppError(withCode(code)).status).toBe(500);
  });

  test('that is a timeout is an outage, at either end of the connection', () => {
    const late = new Error('Query read timeout');
    expect(isDatabaseUnavailable(late)).toBe(true);
    expect(isDatabaseUnavailable(new Error('A call failed', { cause: late }))).toBe(true);
  });

  test('differs from a missing file of the shop', () => {
    expect(isDatabaseUnavailable(withCode('ENOENT', { syscall: 'connect' }))).toBe(true);
    expect(isDatabaseUnavailable(withCode('ENOENT', { syscall: 'open' }))).toBe(false);
  });

  test('reports refused writes only where the database refuses them', () => {
    expect(
      ['53100', '53200', '58030', '25006'].map((code) => refusesWrites(withCode(code))),
    ).toEqual([true, true, true, true]);
    expect(['ENOSPC', '53300', '53400'].map((code) => refusesWrites(withCode(code)))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isOutOfResources(withCode('ENOSPC'))).toBe(true);
  });
});
