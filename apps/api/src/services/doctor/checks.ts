import { auditChecks } from './audit.ts';
import type { Check } from './check.ts';
import { creditChecks } from './credit.ts';
import { disputeChecks } from './disputes.ts';
import { eventChecks } from './events.ts';
import { feeChecks } from './fees.ts';
import { fileChecks } from './files.ts';
import { idempotencyChecks } from './idempotency.ts';
import { orderChecks } from './orders.ts';
import { paymentChecks } from './payments.ts';
import { priceRangeChecks } from './priceRanges.ts';
import { refundChecks } from './refunds.ts';
import { stockChecks } from './stock.ts';
import { workflowChecks } from './workflows.ts';

/** Every check, in the order in which the doctor makes them. */
export const checks: readonly Check[] = [
  ...stockChecks,
  ...orderChecks,
  ...paymentChecks,
  ...feeChecks,
  ...refundChecks,
  ...disputeChecks,
  ...creditChecks,
  ...eventChecks,
  ...idempotencyChecks,
  ...workflowChecks,
  ...priceRangeChecks,
  ...fileChecks,
  ...auditChecks,
];
