import { formatMoney } from '../../kernel/money.ts';
import { letter, type MailContent } from './layout.ts';
import type { MailRefund } from './refund.ts';

/** To the customer: money has gone back. */
export function refundedMail(refund: MailRefund, shopName: string): MailContent {
  const { orderNumber } = refund;
  return letter(
    `Your refund for order ${orderNumber} at ${shopName}`,
    [
      whatWentBack(refund),
      'It goes back the way you paid. Depending on your bank it takes a few days until you see it.',
    ],
    shopName,
  );
}

function whatWentBack({ orderNumber, isWhole, isLast, ...money }: MailRefund): string {
  const amount = formatMoney(money);
  if (!isWhole) return `We have refunded ${amount} of your order ${orderNumber}.`;
  return isLast
    ? `We have refunded another ${amount} of your order ${orderNumber}. With that, all you paid for it has gone back.`
    : `We have refunded your order ${orderNumber} in full: ${amount} went back.`;
}

/** To staff: money has not gone back, and it is theirs to see to. */
export function refundFailedMail(refund: MailRefund, shopName: string): MailContent {
  const { id, orderId, orderNumber, failures } = refund;
  const amount = formatMoney(refund);
  return letter(
    `A refund of order ${orderNumber} needs you`,
    [
      `The refund ${id} of ${amount} for order ${orderNumber} (${orderId}) has not gone back, or not all of it.`,
      failures.length > 0
        ? `The payment provider says: ${failures.join('; ')}`
        : 'It is to be paid back by hand, since the order was paid outside of the shop.',
      `Once that is possible or done: POST /api/v1/admin/refunds/${id}/retry`,
    ],
    shopName,
  );
}
