import { stepOf } from '../../src/services/factors/totp.ts';

/** The secret of RFC 6238, appendix B, in base 32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('The code of RFC 6238 at %i seconds is %s', async (seconds, code) => {
  expect(await stepOf(SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

test('A code counts one step before and after its own, as the step that it is of', async () => {
  const [seconds, code] = [1_111_111_109, '081804'];
  const step = Math.floor(seconds / 30);
  const at = (steps: number) => stepOf(SECRET, code, (seconds + steps * 30) * 1000);
  expect(await Promise.all([-2, -1, 0, 1, 2].map(at))).toEqual([
    undefined,
    step,
    step,
    step,
    undefined,
  ]);
});
