import { readEmail, readProfile } from '../../src/integrations/identityProviders/claims.ts';
import { returnPageOf } from '../../src/services/signInProviders/returnPage.ts';

describe('What a provider says of a person', () => {
  test('is kept as names of one line and 100 characters', () => {
    expect(readProfile({ given: ' Ada\t', family: 'King\n Noel', full: 'Other' })).toEqual({
      firstName: 'Ada',
      lastName: 'King Noel',
      locale: undefined,
    });
    expect(readProfile({ full: 'Ada' })).toMatchObject({ firstName: 'Ada', lastName: undefined });
    expect(readProfile({ given: 'x'.repeat(500) }).firstName).toHaveLength(100);
  });

  test.each([undefined, null, 1, {}, '', ' \u0000\u200b', '\ud800'])('is left out: %j', (claim) => {
    expect(readProfile({ given: claim, family: claim, full: claim, locale: claim })).toEqual({
      firstName: undefined,
      lastName: undefined,
      locale: undefined,
    });
    expect(readEmail(claim)).toBeUndefined();
  });

  test('has its address in the spelling of all addresses', () => {
    expect(readEmail(' Ada@EXAMPLE.com ')).toBe('ada@example.com');
    expect(readEmail('ada@example.com\r\nBcc: eve@example.com')).toBeUndefined();
  });
});

test('A page to return to is found in bounded time, however long and odd it is', () => {
  const odd = ['https://shop.example/', '\\', '@', '%', '/', '.', ':', 'é'];
  const began = performance.now();
  for (const text of odd) {
    try {
      returnPageOf(['https://shop.example'], `https://shop.example/${text.repeat(100_000)}`);
    } catch {
      // Refused is as good.
    }
  }
  expect(performance.now() - began).toBeLessThan(2000);
});
