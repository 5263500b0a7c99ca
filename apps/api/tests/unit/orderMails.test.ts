import { describe, expect, test } from '@jest/globals';
import type { MailOrder } from '../../src/services/email/order.ts';
import { composeOrderMail } from '../../src/services/email/orderMails.ts';

const order: MailOrder = {
  id: 'ord_1',
  number: 1001,
  email: 'ann@example.com',
  currency: 'USD',
  isPaid: true,
  isAuthorized: false,
  subtotal: 5998,
  discount: 500,
  shipping: 700,
  tax: 412,
  total: 6610,
  taxInclusive: false,
  shippingAddress: {
    firstName: 'Ann',
    lastName: 'O’Neil',
    line1: '1 Main St',
    line2: null,
    city: 'Springfield',
    region: 'IL',
    postalCode: '62701',
    country: 'US',
  },
  shippingOption: { name: 'Standard' },
  items: [
    { title: 'Tee', variantTitle: 'Red / M', quantity: 2, unitPrice: 1999 },
    { title: 'Mug & Cup', variantTitle: 'Default Title', quantity: 1, unitPrice: 2000 },
  ],
};

describe('the confirmation', () => {
  test('lists lines, totals and the address, as text', () => {
    const { subject, text } = composeOrderMail('confirmation', order, 'My Shop');
    expect(subject).toBe('Your order 1001 at My Shop');
    expect(text).toBe(
      [
        'Thank you for your order 1001.',
        '',
        'Your payment has arrived and we are getting your order ready.',
        '',
        '2 × Tee (Red / M): $39.98',
        '1 × Mug & Cup: $20.00',
        '',
        'Subtotal: $59.98',
        'Discount: -$5.00',
        'Shipping (Standard): $7.00',
        'Tax: $4.12',
        'Total: $66.10',
        '',
        'Delivery to:',
        'Ann O’Neil',
        '1 Main St',
        '62701 Springfield IL',
        'US',
        '',
        'My Shop',
      ].join('\n'),
    );
  });

  test('escapes in HTML what customers and merchants have written', () => {
    const hostile = {
      ...order,
      items: [{ title: '<img src=x>', variantTitle: '"&\'', quantity: 1, unitPrice: 1 }],
      shippingAddress: { line1: '<script>' },
    };
    const { html } = composeOrderMail('confirmation', hostile, 'A & B <Shop>');
    expect(html).toContain('1 × &lt;img src=x&gt; (&quot;&amp;&#39;)');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('<title>Your order 1001 at A &amp; B &lt;Shop&gt;</title>');
    expect(html).not.toMatch(/<script|<img|<Shop/);
  });

  test('of an order that is still to be paid says how much', () => {
    const { text } = composeOrderMail(
      'confirmation',
      { ...order, isPaid: false, currency: 'JPY', total: 6610 },
      'My Shop',
    );
    expect(text).toContain('The amount to pay is ¥6,610.');
  });

  test('has no address when there is nothing to deliver, and names an included tax as such', () => {
    const { text } = composeOrderMail(
      'confirmation',
      { ...order, shippingAddress: null, shippingOption: null, taxInclusive: true, discount: 0 },
      'My Shop',
    );
    expect(text).not.toContain('Delivery');
    expect(text).not.toContain('Discount');
    expect(text).toContain('Of which tax: $4.12');
  });
});

test.each(['expired', 'refundDue', 'paidTwice'] as const)(
  'the notice "%s" has words and no lines',
  (kind) => {
    const { subject, text, html } = composeOrderMail(kind, order, 'My Shop');
    expect(subject).toContain('1001');
    expect(text).not.toContain('Tee');
    expect(html).not.toContain('<table');
  },
);
