import type { MailOrder } from './readOrder.ts';

const picture = (key: string) => [{ width: 128, format: 'svg', key }];

const paid: MailOrder = {
  id: 'ord_01kb3x0e4xfq2v8a0r6n4d9s7m',
  number: 1001,
  email: 'ada@example.com',
  locale: null,
  currency: 'EUR',
  isCanceled: false,
  credit: [],
  hadCredit: false,
  received: 10_385,
  held: 0,
  subtotal: 10_890,
  discount: 1000,
  shipping: 495,
  tax: 1658,
  rounding: 0,
  total: 10_385,
  taxInclusive: true,
  taxExemption: null,
  shippingAddress: {
    firstName: 'Ada',
    lastName: 'Müller',
    company: 'Müller & Söhne',
    line1: 'Hauptstr. 1',
    postalCode: '10115',
    city: 'Berlin',
    country: 'DE',
  },
  shippingOption: { name: 'DHL' },
  items: [
    {
      title: 'Linen Shirt',
      variantTitle: 'Sand / M',
      quantity: 1,
      unitPrice: 5990,
      total: 5990,
      pictures: picture('shirt.svg'),
    },
    {
      title: 'Canvas Tote',
      variantTitle: 'Default Title',
      quantity: 2,
      unitPrice: 2450,
      total: 4900,
      pictures: picture('tote.svg'),
    },
  ],
};

const card = { lastFour: '5HWE', amount: 5000 };

/** Orders of which each is paid in another way. */
export const orderExamples: Record<string, MailOrder> = {
  paid,
  'without tax, by reverse charge': {
    ...paid,
    received: 8727,
    subtotal: 9151,
    discount: 840,
    shipping: 416,
    tax: 0,
    total: 8727,
    taxInclusive: false,
    items: paid.items.map((item, index) => {
      const [unitPrice, total] = index === 0 ? [5034, 5034] : [2059, 4117];
      return { ...item, unitPrice, total };
    }),
    taxExemption: {
      reason: 'reverse_charge',
      vatId: 'ATU13585627',
      note: 'Reverse charge: the recipient is liable for the VAT. VAT id of the recipient: ATU13585627.',
    },
  },
  'held, to be captured': { ...paid, received: 0, held: 10_385 },
  'to be paid outside of the shop': { ...paid, received: 0 },
  'paid with a gift card and by card': { ...paid, received: 5385, credit: [card], hadCredit: true },
  'paid with gift cards and store credit': {
    ...paid,
    received: 0,
    credit: [card, card, { lastFour: null, amount: 385 }],
    hadCredit: true,
  },
  canceled: { ...paid, isCanceled: true },
  'nothing to deliver, nothing to pay': {
    ...paid,
    received: 0,
    subtotal: 0,
    discount: 0,
    shipping: 0,
    tax: 0,
    total: 0,
    shippingAddress: null,
    shippingOption: null,
    items: [
      {
        title: 'E-book',
        variantTitle: 'Default Title',
        quantity: 1,
        unitPrice: 0,
        total: 0,
        pictures: picture('book.svg'),
      },
    ],
  },
};

/** Orders with and without credit, which goes back when an order is closed. */
export const closedExamples: Record<string, MailOrder> = {
  'paid by card': { ...paid, received: 0 },
  'with a gift card': { ...paid, received: 0, hadCredit: true },
};
