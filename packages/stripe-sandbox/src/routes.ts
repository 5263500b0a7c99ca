import { retrieveAccount } from './account.ts';
import {
  balanceTransactionListFields,
  listBalanceTransactions,
  retrieveBalance,
} from './balanceTransactions.ts';
import { chargeListFields, listCharges } from './charges.ts';
import type { Call } from './core.ts';
import {
  createCustomer,
  customerFields,
  customerListFields,
  deleteCustomer,
  listCustomers,
  retrieveCustomer,
  updateCustomer,
} from './customers.ts';
import {
  closeDispute,
  disputeListFields,
  disputeUpdateFields,
  listDisputes,
  updateDispute,
} from './disputes.ts';
import { eventListFields, listEvents, retrieveEvent } from './events.ts';
import { expandObject } from './expand.ts';
import type { Form } from './form.ts';
import { expand, readParams } from './params.ts';
import type { Field, Fields, Values } from './params.ts';
import { cancelPaymentIntent, capturePaymentIntent } from './paymentCapture.ts';
import { confirmPaymentIntent } from './paymentConfirmation.ts';
import {
  cancelFields,
  captureFields,
  confirmFields,
  createFields,
  retrieveFields,
  updateFields,
} from './paymentIntentFields.ts';
import {
  createPaymentIntent,
  intentListFields,
  listPaymentIntents,
  retrievePaymentIntent,
  updatePaymentIntent,
} from './paymentIntents.ts';
import { createMethodFields, createPaymentMethod } from './paymentMethods.ts';
import {
  createRefund,
  listRefunds,
  refundFields,
  refundListFields,
  refundUpdateFields,
  updateRefund,
} from './refunds.ts';
import {
  attachFields,
  attachPaymentMethod,
  customerMethodListFields,
  detachPaymentMethod,
  listCustomerMethods,
  listPaymentMethods,
  methodListFields,
} from './savedMethods.ts';
import {
  cancelSetupFields,
  cancelSetupIntent,
  confirmSetupFields,
  confirmSetupIntent,
  createSetupFields,
  createSetupIntent,
  listSetupIntents,
  retrieveSetupFields,
  retrieveSetupIntent,
  setupListFields,
} from './setupIntents.ts';
import type { Kind } from './types.ts';

type Method = 'GET' | 'POST' | 'DELETE';

/** One endpoint: its path, its access, and its handler of a parsed form. */
export interface Route {
  method: Method;
  /** As in the API reference, e.g. `/v1/charges/:id`. */
  template: string;
  pattern: RegExp;
  /** Whether the publishable key suffices. */
  publishable: boolean;
  run(call: Call, form: Form, id: string): object;
}

function route<F extends Fields & { expand: Field<string[]> }>(
  method: Method,
  template: string,
  fields: F,
  handler: (call: Call, params: Values<F>, id: string) => object,
  publishable = false,
): Route {
  return {
    method,
    template,
    pattern: new RegExp(`^${template.replace(':id', '([^/]+)')}$`),
    publishable,
    run(call, form, id) {
      const params = readParams(fields, form);
      const paths: { expand?: string[] } = params;
      const result = handler(call, params, id);
      return expandObject(call.core.store, { ...result }, paths.expand ?? []);
    },
  };
}

const onlyExpand = { expand };

const retrieve = (template: string, kind: Kind): Route =>
  route('GET', template, onlyExpand, (call, _params, id) => call.core.store.get(kind, id));

/** All endpoints; anything else is a 404 as at Stripe. */
export const ROUTES: readonly Route[] = [
  route('POST', '/v1/payment_intents', createFields, createPaymentIntent),
  route('GET', '/v1/payment_intents', intentListFields, listPaymentIntents),
  route('GET', '/v1/payment_intents/:id', retrieveFields, retrievePaymentIntent, true),
  route('POST', '/v1/payment_intents/:id', updateFields, updatePaymentIntent),
  route('POST', '/v1/payment_intents/:id/confirm', confirmFields, confirmPaymentIntent, true),
  route('POST', '/v1/payment_intents/:id/capture', captureFields, capturePaymentIntent),
  route('POST', '/v1/payment_intents/:id/cancel', cancelFields, cancelPaymentIntent),
  route('POST', '/v1/payment_methods', createMethodFields, createPaymentMethod, true),
  retrieve('/v1/payment_methods/:id', 'payment_method'),
  route('GET', '/v1/payment_methods', methodListFields, listPaymentMethods),
  route('POST', '/v1/payment_methods/:id/attach', attachFields, attachPaymentMethod),
  route('POST', '/v1/payment_methods/:id/detach', onlyExpand, (call, _params, id) =>
    detachPaymentMethod(call, id),
  ),
  route('GET', '/v1/customers/:id/payment_methods', customerMethodListFields, listCustomerMethods),
  route('POST', '/v1/setup_intents', createSetupFields, createSetupIntent),
  route('GET', '/v1/setup_intents', setupListFields, listSetupIntents),
  route('GET', '/v1/setup_intents/:id', retrieveSetupFields, retrieveSetupIntent, true),
  route('POST', '/v1/setup_intents/:id/confirm', confirmSetupFields, confirmSetupIntent, true),
  route('POST', '/v1/setup_intents/:id/cancel', cancelSetupFields, cancelSetupIntent),
  route('GET', '/v1/charges', chargeListFields, listCharges),
  retrieve('/v1/charges/:id', 'charge'),
  route('POST', '/v1/refunds', refundFields, createRefund),
  route('GET', '/v1/refunds', refundListFields, listRefunds),
  retrieve('/v1/refunds/:id', 'refund'),
  route('POST', '/v1/refunds/:id', refundUpdateFields, updateRefund),
  route('POST', '/v1/customers', customerFields, createCustomer),
  route('GET', '/v1/customers', customerListFields, listCustomers),
  route('GET', '/v1/customers/:id', onlyExpand, (call, _params, id) => retrieveCustomer(call, id)),
  route('POST', '/v1/customers/:id', customerFields, updateCustomer),
  route('DELETE', '/v1/customers/:id', onlyExpand, (call, _params, id) => deleteCustomer(call, id)),
  route('GET', '/v1/disputes', disputeListFields, listDisputes),
  retrieve('/v1/disputes/:id', 'dispute'),
  route('POST', '/v1/disputes/:id', disputeUpdateFields, updateDispute),
  route('POST', '/v1/disputes/:id/close', onlyExpand, (call, _params, id) =>
    closeDispute(call, id),
  ),
  route('GET', '/v1/events', eventListFields, listEvents),
  route('GET', '/v1/events/:id', onlyExpand, (call, _params, id) => retrieveEvent(call, id)),
  route('GET', '/v1/balance_transactions', balanceTransactionListFields, listBalanceTransactions),
  retrieve('/v1/balance_transactions/:id', 'balance_transaction'),
  route('GET', '/v1/balance', onlyExpand, (call) => retrieveBalance(call)),
  route('GET', '/v1/account', onlyExpand, retrieveAccount),
];

/** The route of a request, with the id in its path. */
export function findRoute(method: string, path: string): { route: Route; id: string } | undefined {
  for (const candidate of ROUTES) {
    const match = candidate.method === method ? candidate.pattern.exec(path) : null;
    if (match !== null) return { route: candidate, id: decodeURIComponent(match[1] ?? '') };
  }
  return undefined;
}
