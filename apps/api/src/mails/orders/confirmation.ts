import { defineContent, type Stationery, type Translate } from '../content.ts';
import { orderMails } from '../orders.mails.ts';
import type { Item, Sum } from '../letter.ts';
import { orderExamples } from './examples.ts';
import { paymentLine, paymentSums, type FormatAmount } from './paymentWords.ts';
import { readOrderForMail, type MailOrder } from './readOrder.ts';
import { viewOrder } from './viewOrder.ts';
import { words, type Key } from './words.ts';

/** To the customer: the shop has accepted the order. */
export const confirmation = defineContent(orderMails.confirmation, {
  words,
  examples: orderExamples,
  read: readOrderForMail,
  compose(order, t, stationery) {
    const { number } = order;
    const money: FormatAmount = (amount) => stationery.money({ amount, currency: order.currency });
    return {
      subject: t('confirmation.subject', { number: String(number), shop: stationery.shopName }),
      heading: t('confirmation.heading', { number: String(number) }),
      paragraphs: [paymentLine(order, t, money), ...taxNote(order, t)],
      action: viewOrder(order, t, stationery),
      items: order.items.map((item) => itemOf(withAmount(order, item), money, stationery)),
      sums: [...sumsOf(order, t, money), ...paymentSums(order, t, money)],
      address: addressOf(order, t, stationery),
    };
  },
});

/** Twice the size at which it is shown. */
const PICTURE_WIDTH = 128;

type MailItem = MailOrder['items'][number] & { readonly amount: number };

/** Before discounts. Of prices without tax, unit prices are rounded and totals exact. */
function withAmount({ taxExemption }: MailOrder, item: MailOrder['items'][number]): MailItem {
  return { ...item, amount: taxExemption ? item.total : item.unitPrice * item.quantity };
}

/** Why no tax is charged: as the order says, and in the reader's language where the law has a word for it. */
function taxNote({ taxExemption }: MailOrder, t: Translate<Key>): string[] {
  if (!taxExemption) return [];
  const { reason, note, vatId } = taxExemption;
  if (reason !== 'reverse_charge') return [note];
  return [t('reverseCharge', { vatId: vatId ?? '' }), note];
}

function itemOf(
  { title, variantTitle, quantity, unitPrice, pictures, amount }: MailItem,
  money: FormatAmount,
  { mediaUrl }: Stationery,
): Item {
  // Few mail programs show AVIF.
  const [widest, ...others] = (pictures ?? [])
    .filter(({ format, crop }) => format !== 'avif' && !crop)
    .toSorted((one, other) => other.width - one.width);
  const picture = others.findLast(({ width }) => width >= PICTURE_WIDTH) ?? widest;
  return {
    title,
    // A product without options has one variant that is called "Default Title", as in Shopify.
    variant: variantTitle === 'Default Title' ? '' : variantTitle,
    quantity,
    unitPrice: money(unitPrice),
    amount: money(amount),
    picture: picture && mediaUrl(picture.key),
  };
}

function sumsOf(order: MailOrder, t: Translate<Key>, money: FormatAmount): Sum[] {
  const { discount, rounding, taxInclusive } = order;
  const option = order.shippingOption?.name;
  const total = { label: t('total'), amount: money(order.total), isTotal: true };
  const tax = { label: t(taxInclusive ? 'taxIncluded' : 'tax'), amount: money(order.tax) };
  return [
    { label: t('subtotal'), amount: money(order.subtotal) },
    ...(discount === 0 ? [] : [{ label: t('discount'), amount: money(-discount) }]),
    {
      label: option === undefined ? t('shipping') : t('shippingBy', { option }),
      amount: money(order.shipping),
    },
    ...(taxInclusive ? [] : [tax]),
    ...(rounding === 0 ? [] : [{ label: t('rounding'), amount: money(rounding) }]),
    total,
    // What is part of the total follows it, so that the lines above add up.
    ...(taxInclusive ? [tax] : []),
  ];
}

function addressOf({ shippingAddress }: MailOrder, t: Translate<Key>, { address }: Stationery) {
  if (shippingAddress === null) return undefined;
  return { title: t('deliveryTo'), lines: address(shippingAddress) };
}
