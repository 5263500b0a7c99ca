import type { OrderMailKind } from '../../jobs/email.order.job.ts';
import { formatAddress } from '../../utils/address/formatAddress.ts';
import { html, type Html } from '../../utils/html.ts';
import { formatMoney } from '../../kernel/money.ts';
import { page, type MailContent } from './layout.ts';
import type { MailOrder } from './order.ts';
import {
  creditReturned,
  paymentLine,
  paymentTotals,
  type Line,
  type Money,
} from './paymentWords.ts';

/** What differs between the mails about an order. */
interface Wording {
  subject: string;
  paragraphs: string[];
  /** Whether the order's lines and address follow. */
  detailed: boolean;
}

/** The words of a mail about an order, as plain text and as HTML that say the same. */
export function composeOrderMail(
  kind: OrderMailKind,
  order: MailOrder,
  shopName: string,
): MailContent {
  const money = (amount: number) => formatMoney({ amount, currency: order.currency });
  const { subject, paragraphs, detailed } = wordings[kind](order, { shopName, money });
  const lines = detailed ? order.items.map((item) => lineOf(item, money)) : [];
  const totals = detailed ? [...totalsOf(order, money), ...paymentTotals(order, money)] : [];
  const address = detailed ? addressLines(order) : [];
  return {
    subject,
    text: [
      paragraphs.join('\n\n'),
      lines.map(({ label, amount }) => `${label}: ${amount}`).join('\n'),
      totals.map(({ label, amount }) => `${label}: ${amount}`).join('\n'),
      address.join('\n'),
      shopName,
    ]
      .filter((block) => block !== '')
      .join('\n\n'),
    html: page(subject, [
      ...paragraphs.map((paragraph) => html`<p>${paragraph}</p>`),
      table(lines),
      table(totals),
      html`<p>${address.map((line) => html`${line}<br />`)}</p>`,
      html`<p>${shopName}</p>`,
    ]),
  };
}

interface Terms {
  shopName: string;
  money: Money;
}

const wordings: Record<OrderMailKind, (order: MailOrder, terms: Terms) => Wording> = {
  confirmation: (order, { shopName, money }) => ({
    subject: `Your order ${order.number} at ${shopName}`,
    paragraphs: [`Thank you for your order ${order.number}.`, paymentLine(order, money)],
    detailed: true,
  }),
  expired: (order, { shopName }) => ({
    subject: `Your order ${order.number} at ${shopName} has expired`,
    paragraphs: [
      `Your order ${order.number} was not paid in time, so we have cancelled it and released its items.`,
      'Nothing was charged. If you still want them, please order again.',
      ...creditReturned(order),
    ],
    detailed: false,
  }),
  refundDue: (order, { shopName }) => ({
    subject: `We are returning your payment for order ${order.number} at ${shopName}`,
    paragraphs: [
      `Your payment for order ${order.number} reached us after the order had ended, and its items are no longer available.`,
      'We are returning it in full to your payment method. Depending on your bank this takes a few days.',
      ...creditReturned(order),
      'We are sorry for the inconvenience.',
    ],
    detailed: false,
  }),
  paidTwice: (order, { shopName }) => ({
    subject: `We are returning a second payment for order ${order.number} at ${shopName}`,
    paragraphs: [
      `Your order ${order.number} had been paid already when another payment for it reached us.`,
      'We are returning the second payment in full to the payment method it came from. Depending on your bank this takes a few days. Nothing else changes.',
    ],
    detailed: false,
  }),
};

function lineOf(item: MailOrder['items'][number], money: Money): Line {
  // A product without options has one variant that is called "Default Title", as in Shopify.
  const isDefault = item.variantTitle === '' || item.variantTitle === 'Default Title';
  const name = isDefault ? item.title : `${item.title} (${item.variantTitle})`;
  return { label: `${item.quantity} × ${name}`, amount: money(item.unitPrice * item.quantity) };
}

function totalsOf(order: MailOrder, money: Money): Line[] {
  const shippingName = order.shippingOption?.name;
  return [
    { label: 'Subtotal', amount: money(order.subtotal) },
    ...(order.discount === 0 ? [] : [{ label: 'Discount', amount: money(-order.discount) }]),
    {
      label: shippingName === undefined ? 'Shipping' : `Shipping (${shippingName})`,
      amount: money(order.shipping),
    },
    { label: order.taxInclusive ? 'Of which tax' : 'Tax', amount: money(order.tax) },
    ...(order.rounding ? [{ label: 'Rounding', amount: money(order.rounding) }] : []),
    { label: 'Total', amount: money(order.total) },
  ];
}

function addressLines({ shippingAddress }: MailOrder): string[] {
  if (shippingAddress === null) return [];
  return ['Delivery to:', ...formatAddress(shippingAddress)];
}

function table(lines: readonly Line[]): Html {
  if (lines.length === 0) return html``;
  const rows = lines.map(
    ({ label, amount }) =>
      html`<tr>
        <td>${label}</td>
        <td align="right">${amount}</td>
      </tr>`,
  );
  return html`<table cellpadding="4" width="100%">
    ${rows}
  </table>`;
}
