import { bookDispute } from './balanceTransactions.ts';
import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { invalidRequest } from './errors.ts';
import { emit } from './events.ts';
import { newId } from './ids.ts';
import { listFields, listPage } from './list.ts';
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

const DECIDED = ['won', 'lost', 'warning_closed'];

/**
 * The cardholder disputes what is left of a charge, once: the money is withdrawn until the dispute is
 * won.
 */
export function createDispute(call: Call, charge: Charge, reason: string): Dispute {
  const { store } = call.core;
  const before = { ...charge };
  // What was never captured counts as refunded.
  const amount = charge.amount - charge.amount_refunded;
  if (charge.disputed) throw invalidRequest(`Charge ${charge.id} has already been disputed.`);
  if (amount <= 0) throw invalidRequest(`Nothing is left of charge ${charge.id} to dispute.`);
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
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
  };
  bookDispute(call, dispute, false);
  charge.disputed = true;
  store.put(charge);
  emit(call, 'charge.dispute.created', dispute);
  emit(call, 'charge.dispute.funds_withdrawn', dispute);
  emit(call, 'charge.updated', charge, before);
  return dispute;
}

/** The bank's decision. A won dispute gives the money back. */
export function decideDispute(call: Call, id: string, status: 'won' | 'lost'): Dispute {
  const dispute = openDispute(call, id);
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
    if (submitted) dispute.status = 'under_review';
  }
  call.core.store.put(dispute);
  emit(call, 'charge.dispute.updated', dispute, before);
  const word = dispute.status === 'under_review' ? dispute.evidence.uncategorized_text : null;
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
