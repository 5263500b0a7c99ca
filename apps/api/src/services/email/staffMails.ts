import type { StaffMailKind } from '../../jobs/email.staff.job.ts';
import { formatMoney } from '../../kernel/money.ts';
import { letter, type MailContent } from './layout.ts';
import type { StaffNotice } from './staff.ts';

/**
 * The words of a mail to staff.
 * @returns undefined when what it would tell of is no longer so.
 */
export function composeStaffMail(
  kind: StaffMailKind,
  notice: StaffNotice,
  shopName: string,
): MailContent | undefined {
  const { orderNumber, orderId, paymentId, orderStatus, orderPaymentStatus } = notice;
  const isOwed = orderPaymentStatus === 'unpaid' || orderPaymentStatus === 'failed';
  const isSettled = orderStatus === 'canceled' || !isOwed;
  if (kind === 'payment.authorization_lost' && isSettled) return undefined;
  const [subject, ...paragraphs] = wordings[kind](notice);
  const where = `Order ${orderNumber} is ${orderId}, its payment ${paymentId}.`;
  return letter(subject, [...paragraphs, where], shopName);
}

type Wording = readonly [subject: string, ...paragraphs: string[]];

const wordings: Readonly<Record<StaffMailKind, (notice: StaffNotice) => Wording>> = {
  'payment.amount_mismatch': ({ orderNumber, lastError, ...notice }) => [
    `The payment of order ${orderNumber} is not what was asked for`,
    `${lastError ?? 'Another sum came than was asked for'}.`,
    ...whatToDoWithPart(notice),
  ],
  'payment.missing': ({ orderNumber, lastError }) => [
    `Stripe does not know the payment of order ${orderNumber}`,
    lastError ?? 'It may be of another account.',
    'The order waits: the shop does not cancel it, since the money may have been taken elsewhere.',
  ],
  'payment.authorization_lost': ({ orderNumber, orderId, orderStatus, ...notice }) => [
    `The money held for order ${orderNumber} is held no longer`,
    `The authorization of ${formatMoney(notice)} has expired or was canceled before it was captured.`,
    `The order is ${orderStatus} and unpaid. Ask the customer to pay again: your storefront begins another payment for the order (POST /api/v1/orders/${orderId}/payment), which you capture as the first.`,
    `Or, as long as nothing has been sent, cancel the order (POST ${staffPath(orderId)}/cancel).`,
  ],
  'refund.unspendable': ({ orderNumber }) => [
    `A refund of order ${orderNumber} went to an account that is disabled`,
    'What a gift card or store credit had paid is on it again, and nobody can spend it.',
    'Enable the account (PATCH /api/v1/admin/credit-accounts/{id}), or settle it with the customer in another way.',
  ],
  'dispute.opened': ({ orderNumber, ...notice }) => [
    `A payment of order ${orderNumber} is disputed`,
    `The customer's bank disputes ${disputed(notice)}.`,
    notice.evidenceDueAt === null
      ? 'There is nothing to answer to.'
      : `Evidence is taken until ${notice.evidenceDueAt.toISOString().slice(0, 10)}, in Stripe's dashboard.`,
  ],
  'dispute.won': ({ orderNumber, orderStatus, ...notice }) => [
    `The dispute of order ${orderNumber} is won`,
    `The shop keeps ${disputed(notice)}.`,
    ...(orderStatus === 'canceled'
      ? [
          'But the order is canceled, and this money belongs to nothing: refund it, or send the goods after all under a new order.',
        ]
      : []),
  ],
  'dispute.lost': ({ orderNumber, orderStatus, ...notice }) => [
    `The dispute of order ${orderNumber} is lost`,
    `The customer has ${disputed(notice)} back.`,
    orderStatus === 'canceled'
      ? 'Nothing had been sent, so the order is canceled and its goods are back on the shelf. What gift cards or store credit paid of it, if anything, is on them again.'
      : `The order is ${orderStatus}.`,
  ],
};

/** What staff can do when a part came: nothing takes the rest for the same order. */
function whatToDoWithPart({
  orderId,
  orderStatus,
  orderPaymentStatus,
}: Pick<StaffNotice, 'orderId' | 'orderStatus' | 'orderPaymentStatus'>): string[] {
  const cancel = `cancel it (POST ${staffPath(orderId)}/cancel), which pays back what came and lets go of what gift cards hold for it`;
  if (orderStatus === 'pending') {
    return [`The order is not fulfilled. Nothing can be added to what came: ${cancel}.`];
  }
  return [
    `The order is ${orderStatus} and ${orderPaymentStatus.replaceAll('_', ' ')}. Nothing more can be taken for it.`,
    `As long as nothing has been sent, ${cancel}.`,
    `Or keep the order: refund what you do not want to keep (POST ${staffPath(orderId)}/refunds; when all of it has gone back, what gift cards hold is let go too), and have the rest paid outside of the shop, if it is to be paid.`,
  ];
}

const staffPath = (orderId: string) => `/api/v1/admin/orders/${orderId}`;

function disputed(
  notice: Pick<StaffNotice, 'currency' | 'disputeAmount' | 'disputeReason' | 'disputeId'>,
) {
  const { currency, disputeAmount, disputeReason, disputeId } = notice;
  const amount = formatMoney({ amount: disputeAmount ?? 0, currency });
  return `${amount} (${disputeReason?.replaceAll('_', ' ') ?? 'no reason given'}, ${disputeId ?? 'unknown'})`;
}
