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
      paragraphs: [paymentLine(order, t, money)],
      action: viewOrder(order, t, stationery),
      items: order.items.map((item) => itemOf(item, money, stationery)),
      sums: [...sumsOf(order, t, money), ...paymentSums(order, t, money)],
      address: addressOf(order, t, stationery),
    };
  },
});

/** Twice the size at which it is shown. */
const PICTURE_WIDTH = 128;

function itemOf(
  { title, variantTitle, quantity, unitPrice, pictures }: MailOrder['items'][number],
  money: FormatAmount,
  { mediaUrl }: Stationery,
): Item {
  const [widest, ...others] = (pictures ?? []).toSorted((one, other) => other.width - one.width);
  const picture = others.findLast(({ width }) => width >= PICTURE_WIDTH) ?? widest;
  return {
    title,
    // A product without options has one variant that is called "Default Title", as in Shopify.
    variant: variantTitle === 'Default Title' ? '' : variantTitle,
    quantity,
    unitPrice: money(unitPrice),
    amount: money(unitPrice * quantity),
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
