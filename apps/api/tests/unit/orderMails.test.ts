import { expired, paidTwice, refundDue } from '../../src/mails/orders/closed.ts';
import { confirmation } from '../../src/mails/orders/confirmation.ts';
import type { MailOrder } from '../../src/mails/orders/readOrder.ts';
import { customerMail } from '../helpers/mails.ts';

const order: MailOrder = {
  id: 'ord_1',
  number: 1001,
  email: 'ann@example.com',
  locale: null,
  currency: 'USD',
  isCanceled: false,
  credit: [],
  hadCredit: false,
  received: 6610,
  held: 0,
  subtotal: 5998,
  discount: 500,
  shipping: 700,
  tax: 412,
  rounding: 0,
  total: 6610,
  taxInclusive: false,
  taxExemption: null,
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
    {
      title: 'Tee',
      variantTitle: 'Red / M',
      quantity: 2,
      unitPrice: 1999,
      total: 3998,
      pictures: null,
    },
    {
      title: 'Mug & Cup',
      variantTitle: 'Default Title',
      quantity: 1,
      unitPrice: 2000,
      total: 2000,
      pictures: null,
    },
  ],
};

describe('the confirmation', () => {
  test('lists lines, totals and the address, as text', () => {
    const { subject, text } = customerMail(confirmation, order);
    expect(subject).toBe('Your order 1001 at My Shop');
    expect(text).toBe(
      [
        'Thank you for your order 1001.',
        '',
        'Your payment has arrived and we are getting your order ready.',
        '',
        'Tee (Red / M), 2 × $19.99: $39.98',
        'Mug & Cup, 1 × $20.00: $20.00',
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
        'Springfield, IL 62701',
        'United States',
        '',
        'My Shop',
      ].join('\n'),
    );
  });

  test.each(['text', 'html'] as const)(
    'has the address in its country’s order and names the country, as %s',
    (form) => {
      const shippingAddress = {
        firstName: 'Jürgen',
        lastName: 'Groß',
        company: 'Müller & Söhne',
        line1: 'Hauptstr. 1',
        postalCode: '10115',
        city: 'Berlin',
        country: 'DE',
      };
      const mail = customerMail(confirmation, { ...order, shippingAddress })[form];
      const words = ['Jürgen Groß', 'Müller', 'Hauptstr. 1', '10115 Berlin', 'Germany'];
      const places = words.map((word) => mail.indexOf(word));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    },
  );

  test('escapes the texts of customers and merchants in HTML', () => {
    const hostile = {
      ...order,
      items: [
        {
          title: '<img src=x>',
          variantTitle: '"&\'',
          quantity: 1,
          unitPrice: 1,
          total: 1,
          pictures: null,
        },
      ],
      shippingAddress: { line1: '<script>' },
    };
    const { html } = customerMail(confirmation, hostile, { shopName: 'A & B <Shop>' });
    expect(html).toContain('&lt;img src&#x3D;x&gt;');
    expect(html).toContain('&quot;&amp;&#x27;');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('<title>Your order 1001 at A &amp; B &lt;Shop&gt;</title>');
    expect(html).not.toMatch(/<script|<img|<Shop/);
  });

  test('of an unpaid order says how much to pay', () => {
    const { text } = customerMail(confirmation, { ...order, received: 0, currency: 'JPY' });
    expect(text).toContain('The amount to pay is ¥6,610.');
  });

  const card = { lastFour: '5HWE', amount: 1000 };
  const storeCredit = { lastFour: null, amount: 610 };

  test.each<[string, Partial<MailOrder>, string, string[]]>([
    ['came', {}, 'Your payment has arrived and we are', []],
    ['is held', { received: 0, held: 6610 }, '$66.10 is reserved on your payment method', []],
    ['is to come', { received: 0 }, 'The amount to pay is $66.10.', []],
    ['came in part', { received: 6000 }, 'The amount to pay is $6.10.', []],
    [
      'came beside a gift card',
      { received: 5610, credit: [card] },
      'Your payment has arrived and we are',
      ['Gift card ending in 5HWE: -$10.00', 'Paid otherwise: $56.10'],
    ],
    [
      'is held beside a gift card',
      { received: 0, held: 5610, credit: [card] },
      '$56.10 is reserved on your payment method',
      ['Gift card ending in 5HWE: -$10.00', 'Reserved on your payment method: $56.10'],
    ],
    [
      'is to come beside a gift card and store credit',
      { received: 0, credit: [card, storeCredit] },
      'The amount to pay is $50.00.',
      ['Gift card ending in 5HWE: -$10.00', 'Store credit: -$6.10', 'Left to pay: $50.00'],
    ],
    [
      'is a gift card’s',
      { received: 0, total: 1000, credit: [card] },
      'It is paid with your gift card, and we are getting your order ready.',
      ['Gift card ending in 5HWE: -$10.00'],
    ],
    [
      'is gift cards’ and store credit’s',
      { received: 0, total: 2610, credit: [card, card, storeCredit] },
      'It is paid with your gift cards and your store credit, and',
      [
        'Gift card ending in 5HWE: -$10.00',
        'Gift card ending in 5HWE: -$10.00',
        'Store credit: -$6.10',
      ],
    ],
    ['is nothing', { received: 0, total: 0 }, 'There is nothing to pay, and we are', []],
    [
      'goes back, since it was canceled',
      { credit: [card], isCanceled: true },
      'It has been canceled since, and there is nothing to pay.',
      [],
    ],
  ])('mentions money that %s', (_how, change, words, lines) => {
    const { text } = customerMail(confirmation, { ...order, ...change });
    expect(text).toContain(words);
    const told = text
      .split('\n')
      .filter((line) => /^(Gift card|Store credit|Left|Reserved|Paid)/.test(line));
    expect(told).toEqual(lines);
  });

  test('names the rounding', () => {
    const { text } = customerMail(confirmation, { ...order, rounding: -9 });
    expect(text).toContain('Tax: $4.12\nRounding: -$0.09\nTotal: $66.10');
  });

  test('has no address when there is nothing to deliver, and marks an included tax', () => {
    const { text } = customerMail(confirmation, {
      ...order,
      shippingAddress: null,
      shippingOption: null,
      taxInclusive: true,
      taxExemption: null,
      discount: 0,
    });
    expect(text).not.toContain('Delivery');
    expect(text).not.toContain('Discount');
    expect(text).toContain('Of which tax: $4.12');
  });
});

test.each(Object.entries({ expired, refundDue, paidTwice }))(
  'the mail "%s" has a text and no lines',
  (_name, content) => {
    const { subject, text, html } = customerMail(content, order);
    expect(subject).toContain('1001');
    expect(text).not.toContain('Tee');
    expect(html).not.toContain('Tee');
  },
);

test.each(Object.entries({ expired, refundDue }))(
  'the mail "%s" says that a gift card can be spent again, where one was held',
  (_name, content) => {
    const words = 'gift card or store credit was to pay has been put back';
    const textOf = (hadCredit: boolean) => customerMail(content, { ...order, hadCredit }).text;
    expect(textOf(true)).toContain(words);
    expect(textOf(false)).not.toContain(words);
  },
);
