import { deviceOf } from '../../src/mails/auth/deviceOf.ts';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15';
const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('A device', () => {
  test.each([
    [`${windows} Chrome/140.0.0.0 Safari/537.36`, 'Chrome', 'Windows'],
    [`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'Edge', 'Windows'],
    [`${windows} Chrome/140.0.0.0 Safari/537.36 OPR/122.0.0.0`, 'Opera', 'Windows'],
    [`${iPhone} (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari', 'iPhone'],
    [`${iPhone} (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1`, 'Chrome', 'iPhone'],
    [
      `${android} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
      'Samsung Internet',
      'Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
  ])('is named by what its client says: %s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ kind: 'both', browser, system });
  });

  test.each([
    ['Shop/3 CFNetwork iPhone', 'system'],
    ['Firefox/140.0', 'browser'],
    ['Your account is locked, call 555-0100', 'other'],
    ['', 'other'],
  ])('is named as far as it is known: %j', (userAgent, kind) => {
    expect(deviceOf(userAgent).kind).toBe(kind);
  });
});
