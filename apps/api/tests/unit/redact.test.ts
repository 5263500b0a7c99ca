import { redact, redactText } from '../../src/utils/redact.ts';

describe('The log', () => {
  test('masks what stands under a secret name, however deep', () => {
    expect(
      redact({ headers: { authorization: 'Bearer x', accept: 'text/html' }, orderToken: 'abc' }),
    ).toEqual({
      headers: { authorization: '[masked]', accept: 'text/html' },
      orderToken: '[masked]',
    });
  });

  test('masks keys of Stripe, client secrets and cart ids inside a text', () => {
    const cart = 'cart_0123456789abcdefghjkmnpqrstvwxyz0123';
    const text = `sk_test_51Habcdefgh pi_3abc_secret_xyz whsec_abcdefgh1234 /api/v1/carts/${cart}`;
    const masked = redactText(text);
    for (const secret of text.split(' ').slice(0, 3)) expect(masked).not.toContain(secret);
    expect(masked).not.toContain(cart);
    expect(masked).toContain('/api/v1/carts/cart_…0123');
  });

  test('masks the codes of gift cards, but for the end that tells them apart', () => {
    expect(redactText('{"code":"7K2M-9QXD-0VTR-5HWE"}')).toBe('{"code":"…5HWE"}');
    expect(redact({ body: { giftCards: ['7K2M9QXD0VTR5HWE'] } })).toEqual({
      body: { giftCards: '[masked]' },
    });
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    expect(redactText(id)).toBe(id);
    expect(redactText('that will have been')).toBe('that will have been');
  });

  test('masks the password in a database address', () => {
    expect(redactText('postgresql://shop:hunter22@db/shop')).not.toContain('hunter22');
  });

  test('keeps what is no secret as it is', () => {
    const fields = { status: 200, ms: 1.5, ok: true, none: null, url: '/api/v1/products?q=cup' };
    expect(redact(fields)).toEqual(fields);
  });

  test('ends at a structure that is nested without end', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(JSON.stringify(redact(loop))).toContain('[deep]');
  });
});
