import { resolve } from 'node:path';
import { internalCall } from './core.ts';
import type { Call, Core } from './core.ts';
import { createDispute, decideDispute, escalateInquiry } from './disputes.ts';
import { invalidParameter, resourceMissing } from './errors.ts';
import { faultFields, LONGEST_DELAY_MS } from './faults.ts';
import type { Faults } from './faults.ts';
import type { Form } from './form.ts';
import { boolean, integer, list, oneOf, plainText, readParams, required } from './params.ts';
import type { Fields, Values } from './params.ts';
import { cancelPaymentIntent, capturePaymentIntent } from './paymentCapture.ts';
import { authenticate } from './paymentConfirmation.ts';
import { cancelFields, captureFields } from './paymentIntentFields.ts';
import { createRefund, failRefund } from './refunds.ts';
import type { RequestLog } from './requestLog.ts';
import { authenticateSetup } from './setupConfirmation.ts';
import { PLAIN_RULES } from './webhooks.ts';

/** The parts of the sandbox that controls change. */
export interface Controlled {
  core: Core;
  faults: Faults;
  log: RequestLog;
}

export interface Control {
  method: string;
  pattern: RegExp;
  run(target: Controlled, form: Form, id: string): unknown;
}

function control<F extends Fields>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  fields: F,
  run: (target: Controlled, params: Values<F>, id: string) => unknown,
): Control {
  return {
    method,
    pattern: new RegExp(`^/_sandbox${path.replace(':id', '([^/]+)')}$`),
    run: (target, form, id) => run(target, readParams(fields, form), id),
  };
}

/** A control that changes objects, as someone in the dashboard or at the bank does. */
const action = <F extends Fields>(
  path: string,
  fields: F,
  run: (call: Call, params: Values<F>, id: string) => unknown,
): Control =>
  control('POST', path, fields, ({ core }, params, id) =>
    core.store.transaction(() => run(internalCall(core), params, id)),
  );

const ruleFields = {
  paused: boolean,
  drop: integer(0),
  duplicate: integer(0, 100),
  delayMs: integer(0, LONGEST_DELAY_MS),
  jitterMs: integer(0, LONGEST_DELAY_MS),
  order: oneOf('oldest', 'newest', 'random'),
};

const refundFields = {
  amount: integer(1),
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
};

const failureReason = oneOf(
  'lost_or_stolen_card',
  'expired_or_canceled_card',
  'charge_for_pending_refund_disputed',
  'insufficient_funds',
  'declined',
  'merchant_request',
  'unknown',
);

const settleNow = ({ core }: Controlled, _params: object, id: string): unknown => ({
  settled: core.timers.runNow(id),
});

/** All controls. */
export const CONTROLS: readonly Control[] = [
  control('GET', '/state', {}, state),
  control('POST', '/reset', {}, reset),
  control(
    'POST',
    '/webhook-endpoint',
    { url: required(plainText), secret: plainText, events: list(plainText) },
    ({ core }, { url, secret, events }) => {
      const protocol = URL.parse(url)?.protocol ?? '';
      if (!/^https?:$/.test(protocol)) {
        throw invalidParameter('Not a valid URL', 'url', 'url_invalid');
      }
      const kept = core.webhooks.endpoint()?.secret ?? core.settings.webhookSecret;
      core.webhooks.setEndpoint({ url: new URL(url).href, secret: secret ?? kept, events });
      return core.webhooks.endpoint();
    },
  ),
  control('POST', '/webhooks', ruleFields, ({ core }, rules) => {
    core.webhooks.setRules(rules);
    return core.webhooks.rules;
  }),
  control('DELETE', '/webhooks', {}, ({ core }) => {
    core.webhooks.setRules(PLAIN_RULES);
    return core.webhooks.rules;
  }),
  control('GET', '/deliveries', { event: plainText, state: plainText }, listDeliveries),
  control('POST', '/deliveries/retry', {}, ({ core }) => {
    core.webhooks.retryNow();
    return {};
  }),
  control('POST', '/events/:id/redeliver', {}, ({ core }, _params, id) => {
    core.store.get('event', id);
    core.webhooks.redeliver(id);
    return { redelivered: id };
  }),
  control('POST', '/faults', faultFields, ({ faults }, fault) => {
    faults.add(fault);
    return faults.list();
  }),
  control('GET', '/faults', {}, ({ faults }) => faults.list()),
  control('DELETE', '/faults', {}, ({ faults }) => {
    faults.clear();
    return [];
  }),
  control('GET', '/requests', {}, ({ log }) => ({ counts: log.counts(), recent: log.recent() })),
  control('DELETE', '/requests', {}, ({ log }) => {
    log.clear();
    return {};
  }),
  control('POST', '/payment_intents/:id/settle', {}, settleNow),
  control('POST', '/refunds/:id/settle', {}, settleNow),
  action(
    '/payment_intents/:id/authenticate',
    { outcome: required(oneOf('complete', 'fail')) },
    (call, { outcome }, id) => authenticate(call, id, outcome === 'complete'),
  ),
  action(
    '/setup_intents/:id/authenticate',
    { outcome: required(oneOf('complete', 'fail')) },
    (call, { outcome }, id) => authenticateSetup(call, id, outcome === 'complete'),
  ),
  action('/payment_intents/:id/capture', captureFields, capturePaymentIntent),
  action('/payment_intents/:id/cancel', cancelFields, cancelPaymentIntent),
  action('/payment_intents/:id/refund', refundFields, (call, params, id) =>
    createRefund(call, { ...params, payment_intent: id }),
  ),
  action(
    '/payment_intents/:id/dispute',
    { reason: plainText, amount: integer(1), inquiry: boolean },
    (call, dispute, id) => createDispute(call, paidCharge(call, id), dispute),
  ),
  action('/refunds/:id/fail', { reason: failureReason }, (call, { reason }, id) =>
    failRefund(call, id, reason ?? 'unknown'),
  ),
  action('/disputes/:id/escalate', {}, (call, _params, id) => escalateInquiry(call, id)),
  action('/disputes/:id/win', {}, (call, _params, id) => decideDispute(call, id, 'won')),
  action('/disputes/:id/lose', {}, (call, _params, id) => decideDispute(call, id, 'lost')),
];

function state({ core, faults }: Controlled): unknown {
  const { secretKey, publishableKey, apiVersion, dataDir } = core.settings;
  return {
    url: core.baseUrl,
    dataDir: dataDir === undefined ? null : resolve(dataDir),
    secretKey,
    publishableKey,
    apiVersion,
    webhookEndpoint: core.webhooks.endpoint() ?? null,
    webhookRules: core.webhooks.rules,
    faults: faults.list(),
  };
}

function reset({ core, faults, log }: Controlled): unknown {
  core.store.clear();
  core.webhooks.setRules(PLAIN_RULES);
  faults.clear();
  log.clear();
  return { reset: true };
}

function listDeliveries({ core }: Controlled, query: { event?: string; state?: string }): unknown {
  return core.store
    .rows(
      `SELECT deliveries.*, objects.doc ->> '$.type' AS type
       FROM deliveries LEFT JOIN objects ON objects.id = deliveries.event_id
       WHERE event_id = coalesce(?, event_id) AND state = coalesce(?, state)
       ORDER BY deliveries.id DESC LIMIT 500`,
      query.event ?? null,
      query.state ?? null,
    )
    .map((row) => ({
      id: row['id'],
      event: row['event_id'],
      type: row['type'],
      state: row['state'],
      attempts: row['attempts'],
      nextAttemptAt: row['state'] === 'pending' ? isoTime(row['next_ms']) : null,
      lastStatus: row['last_status'],
      lastError: row['last_error'],
    }));
}

const isoTime = (ms: unknown): string => new Date(Number(ms)).toISOString();

function paidCharge(call: Call, id: string): ReturnType<typeof charge> {
  const intent = call.core.store.get('payment_intent', id);
  if (intent.status !== 'succeeded' || intent.latest_charge === null) {
    throw resourceMissing('charge', `of ${id}`);
  }
  return charge(call, intent.latest_charge);
}

const charge = (call: Call, id: string) => call.core.store.get('charge', id);
