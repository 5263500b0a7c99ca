import { bookDispute } from './balanceTransactions.ts';
import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { invalidRequest } from './errors.ts';
import { emit } from './events.ts';
import { newId } from './ids.ts';
import { allWhere, listFields, listPage } from './list.ts';
import {
  boolean,
  expand,
  hash,
  ignored,
  mergeMetadata,
  metadata,
  plainText,
  text,
} from './params.ts';
import type { Field, Values } from './params.ts';
import type { Charge, Dispute, JsonObject } from './types.ts';

const DAYS_TO_ANSWER = 9;
const EVIDENCE_TEXTS = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const;

type EvidenceText = (typeof EVIDENCE_TEXTS)[number];

const DECIDED = ['won', 'lost', 'warning_closed', 'prevented'];

export interface NewDispute {
  readonly reason?: string | undefined;
  /** A part of the charge; by default all that is left, and the charge is disputed once. */
  readonly amount?: number | undefined;
  /** An inquiry at first: no money is withdrawn, and the charge can be refunded. */
  readonly inquiry?: boolean | undefined;
}

/**
 * The cardholder disputes what is left of a charge, or a part of it: the money is withdrawn until the
 * dispute is won. Several disputes concern different parts.
 */
export function createDispute(
  call: Call,
  charge: Charge,
  { reason = 'fraudulent', amount: part, inquiry = false }: NewDispute,
): Dispute {
  const { store } = call.core;
  const before = { ...charge };
  const left = undisputed(call, charge);
  const amount = part ?? left;
  if (charge.disputed && part === undefined) {
    throw invalidRequest(`Charge ${charge.id} has already been disputed.`);
  }
  if (left <= 0) throw invalidRequest(`Nothing is left of charge ${charge.id} to dispute.`);
  if (amount > left)
    throw invalidRequest(`Only ${left} is left of charge ${charge.id} to dispute.`);
  const dispute: Dispute = {
    id: newId('dp'),
    object: 'dispute',
    amount,
    balance_transactions: [],
    charge: charge.id,
    created: nowSeconds(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: emptyEvidence(),
    evidence_details: {
      due_by: nowSeconds() + DAYS_TO_ANSWER * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
  };
  if (inquiry) store.put(dispute);
  else bookDispute(call, dispute, false);
  charge.disputed = true;
  store.put(charge);
  emit(call, 'charge.dispute.created', dispute);
  if (!inquiry) emit(call, 'charge.dispute.funds_withdrawn', dispute);
  emit(call, 'charge.updated', charge, before);
  return dispute;
}

/** The bank turns its inquiry into a dispute of what is left then. */
export function escalateInquiry(call: Call, id: string): Dispute {
  const { store } = call.core;
  const dispute = openDispute(call, id);
  if (!isInquiry(dispute)) throw invalidRequest(`${id} is no inquiry.`);
  const before = { ...dispute };
  const left = undisputed(call, store.get('charge', dispute.charge));
  dispute.amount = Math.min(dispute.amount, left);
  if (dispute.amount <= 0) throw invalidRequest(`Nothing is left to dispute by ${id}.`);
  dispute.status = 'needs_response';
  dispute.is_charge_refundable = false;
  bookDispute(call, dispute, false);
  emit(call, 'charge.dispute.updated', dispute, before);
  emit(call, 'charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

const isInquiry = ({ status }: Dispute) => status.startsWith('warning_');

/** Whether a dispute withholds its money: it is open or lost. */
export const keepsMoney = (dispute: Dispute): boolean =>
  dispute.status !== 'won' && dispute.status !== 'prevented' && !isInquiry(dispute);

/** The rest of a charge that no dispute withholds; an amount that was not captured counts as refunded. */
export function undisputed(call: Call, charge: Charge): number {
  const disputes = allWhere(call.core.store, 'dispute', 'charge', charge.id).filter(keepsMoney);
  const kept = disputes.reduce((sum, { amount }) => sum + amount, 0);
  return charge.amount - charge.amount_refunded - kept;
}

/** The bank's decision. A won dispute credits the money; an inquiry, which debited none, is closed. */
export function decideDispute(call: Call, id: string, status: 'won' | 'lost'): Dispute {
  const dispute = openDispute(call, id);
  if (isInquiry(dispute)) {
    dispute.status = 'warning_closed';
    call.core.store.put(dispute);
    emit(call, 'charge.dispute.closed', dispute);
    return dispute;
  }
  dispute.status = status;
  if (status === 'won') bookDispute(call, dispute, true);
  else call.core.store.put(dispute);
  emit(call, 'charge.dispute.closed', dispute);
  if (status === 'won') emit(call, 'charge.dispute.funds_reinstated', dispute);
  return dispute;
}

/** POST /v1/disputes/{id}/close: the merchant accepts it as lost. */
export const closeDispute = (call: Call, id: string): Dispute => decideDispute(call, id, 'lost');

function emptyEvidence(): Dispute['evidence'] {
  const texts: Record<EvidenceText, null> = Object.fromEntries(
    EVIDENCE_TEXTS.map((name): unknown[] => [name, null]),
  );
  return { ...texts, enhanced_evidence: {} };
}

/** Evidence as text; files are not kept. */
const evidence: Field<Partial<Record<EvidenceText, string | null>>> = hash(
  Object.fromEntries(EVIDENCE_TEXTS.map((name): [string, typeof text] => [name, text])),
);

export const disputeUpdateFields = {
  evidence,
  expand,
  intended_submission_method: ignored,
  metadata,
  submit: boolean,
};

/**
 * POST /v1/disputes/{id}. Evidence is submitted unless `submit` is false; `uncategorized_text` of
 * `winning_evidence` or `losing_evidence` decides the dispute at once, as in Stripe's test mode.
 */
export function updateDispute(
  call: Call,
  params: Values<typeof disputeUpdateFields>,
  id: string,
): Dispute {
  const dispute = openDispute(call, id);
  const before = { ...dispute };
  dispute.metadata = mergeMetadata(dispute.metadata, params.metadata);
  if (params.evidence !== undefined) {
    dispute.evidence = { ...dispute.evidence, ...params.evidence };
    const submitted = params.submit !== false;
    dispute.evidence_details = {
      ...dispute.evidence_details,
      has_evidence: true,
      submission_count: dispute.evidence_details.submission_count + (submitted ? 1 : 0),
      submission_method: submitted ? 'manual' : 'not_submitted',
    };
    if (submitted) dispute.status = isInquiry(dispute) ? 'warning_under_review' : 'under_review';
  }
  call.core.store.put(dispute);
  emit(call, 'charge.dispute.updated', dispute, before);
  const word = dispute.status.endsWith('under_review') ? dispute.evidence.uncategorized_text : null;
  if (word === 'winning_evidence') return decideDispute(call, id, 'won');
  if (word === 'losing_evidence') return decideDispute(call, id, 'lost');
  return dispute;
}

export const disputeListFields = { ...listFields, charge: plainText, payment_intent: plainText };

/** GET /v1/disputes */
export function listDisputes(call: Call, query: Values<typeof disputeListFields>): JsonObject {
  return listPage(call.core.store, 'dispute', '/v1/disputes', query, [
    ['charge', [query.charge]],
    ['payment_intent', [query.payment_intent]],
  ]);
}

function openDispute(call: Call, id: string): Dispute {
  const dispute = call.core.store.get('dispute', id);
  if (DECIDED.includes(dispute.status)) {
    throw invalidRequest('This dispute is already closed', { code: 'dispute_already_closed' });
  }
  return dispute;
}
