import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../src/kernel/errors.ts';
import { currencyExponent, type Money } from '../../src/kernel/money.ts';
import type {
  DisputeStanding,
  ProviderWebhook,
  RemoteDispute,
  RemotePayment,
  RemoteProvider,
  RemoteRefund,
  Span,
  SubjectKind,
} from '../../src/ports/paymentProvider.ts';
import { done, open, type SetupStep } from '../../src/ports/setupStep.ts';
import {
  complaintSchema,
  createPaylinkClient,
  linkSchema,
  returnSchema,
  type PaylinkAccount,
} from './paylinkClient.ts';
import { sealOf } from './paylinkServer.ts';

interface PaylinkOptions extends PaylinkAccount {
  /** The page of the shop to which a payer returns; the order's id is appended. */
  readonly returnUrl: string;
}

/** A webhook that was signed longer ago than this is refused as a replay. */
const SEAL_TOLERANCE_MS = 300_000;

/**
 * A provider to whose pages payers are redirected. Its references are ours (`pay_…:1`), so that a
 * link is found by its payment, and created once.
 */
export function createPaylinkProvider({ returnUrl, ...account }: PaylinkOptions): RemoteProvider {
  const client = createPaylinkClient(account);

  return {
    name: 'paylink',
    captureMethod: 'automatic',
    webhook: webhookOf(account),
    chargeable: (total) => total,
    browserAccess: () => ({}),
    clientSession: (page) => ({ redirectUrl: page }),
    setup: ({ hasEvents }) => [setupOf(hasEvents)],

    async open({ id, attempt, orderId, amount }, retryPolicy) {
      const returnTo = `${returnUrl}${orderId}`;
      const body = { sum: toSum(amount), currency: amount.currency, returnTo };
      const path = `/links/${id}:${attempt}`;
      return toPayment(await client.ask(linkSchema, ['PUT', path], { body, retryPolicy }));
    },
    retrieve: async (id, retryPolicy) =>
      toPayment(await client.ask(linkSchema, ['GET', `/links/${id}`], { retryPolicy })),
    async *list(span) {
      for await (const link of client.list(linkSchema, 'links', within(span))) {
        const payment = toPayment(link);
        yield payment.paymentId === undefined ? null : payment;
      }
    },
    cancel: async (id, retryPolicy) =>
      toPayment(await client.ask(linkSchema, ['DELETE', `/links/${id}`], { retryPolicy })),

    async refund({ id, attempt, providerPaymentId, amount }) {
      const path = `/links/${providerPaymentId}/returns/${id}:${attempt}`;
      const body = { sum: toSum(amount) };
      return toRefund(await client.ask(returnSchema, ['PUT', path], { body }), amount.currency);
    },
    async retrieveRefund(id) {
      const found = await client.ask(returnSchema, ['GET', `/returns/${id}`]);
      const { currency } = await client.ask(linkSchema, ['GET', `/links/${found.link}`]);
      return toRefund(found, currency);
    },
    async *listRefunds(span) {
      for await (const one of client.list(returnSchema, 'returns', within(span))) {
        yield {
          providerId: one.return,
          providerPaymentId: one.link,
          allocationId: ownOf(one.reference, 'rt')?.id,
          status: refundStatuses[one.state],
        };
      }
    },
    async refundsOf(link) {
      const { currency } = await client.ask(linkSchema, ['GET', `/links/${link}`]);
      const refunds: RemoteRefund[] = [];
      for await (const one of client.list(returnSchema, 'returns', { link })) {
        refunds.unshift(toRefund(one, currency));
      }
      return refunds;
    },

    disputes: {
      async retrieve(id) {
        return toDispute(await client.ask(complaintSchema, ['GET', `/complaints/${id}`]));
      },
      async *list(span) {
        for await (const one of client.list(complaintSchema, 'complaints', within(span))) {
          yield toDispute(one);
        }
      },
      standingOf(status) {
        const standing = standings[status];
        if (!standing) throw new Error(`A complaint is "${status}", which is not known here`);
        return standing;
      },
    },
  };
}

function setupOf(hasEvents: boolean): SetupStep {
  const step = ['paylinkNotes', 'Notes from Paylink'] as const;
  return hasEvents
    ? done(...step, 'Notes have arrived.')
    : open(...step, 'None has come yet.', 'Tell Paylink the address of the webhook.', 'advice');
}

const noteSchema = z.object({
  note: z.string().regex(/^[\w-]{1,100}$/),
  about: z.string().regex(/^\w{1,100}$/),
  object: z.string().regex(/^[\w-]{1,100}$/),
});

const subjects: Readonly<Record<string, SubjectKind>> = {
  link: 'payment',
  return: 'refund',
  complaint: 'dispute',
};

/** Webhooks are forms with a signature over their time and bytes. */
function webhookOf({ secret }: PaylinkAccount): ProviderWebhook {
  return {
    signatureHeader: 'x-paylink-seal',
    async isSigned(body, signature) {
      const [at = '', seal = ''] = signature.split('.');
      const wanted = Buffer.from(sealOf(secret, `${at}\n${body.toString()}`));
      const given = Buffer.from(seal);
      const isRight = wanted.length === given.length && timingSafeEqual(wanted, given);
      return isRight && Math.abs(Date.now() - Number(at)) < SEAL_TOLERANCE_MS;
    },
    interpret(body) {
      const parsed = noteSchema.safeParse(Object.fromEntries(new URLSearchParams(body)));
      if (!parsed.success) {
        throw new AppError('validation_failed', 'The body is no note of Paylink’s.');
      }
      const { note: id, about: type, object: objectId } = parsed.data;
      const subject = subjects[type];
      return { id, type, objectId, ...(subject && { subject }) };
    },
  };
}

const statuses = {
  open: 'pending',
  declined: 'failed',
  paid: 'succeeded',
  withdrawn: 'canceled',
} as const;

function toPayment(link: z.output<typeof linkSchema>): RemotePayment {
  const { currency } = link;
  const isPaid = link.state === 'paid';
  return {
    providerId: link.link,
    paymentId: ownOf(link.reference, 'pay')?.id,
    status: statuses[link.state],
    authorized: { amount: 0, currency },
    captured: isPaid ? toMoney(link.sum, currency) : { amount: 0, currency },
    captureReference: isPaid ? link.link : null,
    clientSecret: link.page,
    failure: link.state === 'declined' ? 'The payer’s bank has declined.' : null,
  };
}

const refundStatuses = { queued: 'pending', sent: 'succeeded', bounced: 'failed' } as const;

function toRefund(one: z.output<typeof returnSchema>, currency: string): RemoteRefund {
  return {
    providerId: one.return,
    providerPaymentId: one.link,
    allocation: ownOf(one.reference, 'rt'),
    amount: toMoney(one.sum, currency),
    status: refundStatuses[one.state],
    failure: one.state === 'bounced' ? 'The payer’s bank has sent it back.' : null,
    isBlocked: false,
  };
}

const standings: Readonly<Record<string, DisputeStanding>> = {
  raised: { stage: 'open', isClosed: false, isFinal: false },
  upheld: { stage: 'lost', isClosed: true, isFinal: true },
  rejected: { stage: 'won', isClosed: true, isFinal: true },
};

function toDispute(one: z.output<typeof complaintSchema>): RemoteDispute {
  return {
    providerId: one.complaint,
    providerPaymentId: one.link,
    status: one.state,
    reason: 'complaint',
    amount: toMoney(one.sum, one.currency),
    evidenceDueAt: null,
    createdAt: one.made,
  };
}

/** Our object that a reference names, with its attempt; undefined for another system's. */
function ownOf(reference: string, prefix: 'pay' | 'rt') {
  const [id = '', attempt] = reference.split(':');
  return id.startsWith(`${prefix}_`) ? { id, attempt: Number(attempt) } : undefined;
}

const within = ({ from, to }: Span) => ({ from: from.toISOString(), to: to.toISOString() });

/** "26.99" of 2699 cents. */
function toSum({ amount, currency }: Money): string {
  const decimals = currencyExponent(currency);
  const digits = String(amount).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function toMoney(sum: string, currency: string): Money {
  return { amount: Number(sum.replace('.', '')), currency };
}
