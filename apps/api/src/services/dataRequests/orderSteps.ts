import { statement } from '../../db/statement.ts';
import { ERASED_EMAIL, ERASED_TEXT } from '../../kernel/erased.ts';
import type { Context } from '../../kernel/context.ts';
import type { DataRequestsDeps } from './deps.ts';
import type { Person } from './person.ts';

const erased = `'${ERASED_TEXT}'`;

interface Erasure {
  readonly person: Person;
  readonly requestId: string;
}

/** A part of an erasure, in a transaction; it may be run again. */
export interface ErasureStep {
  readonly name: string;
  readonly run: (deps: DataRequestsDeps, ctx: Context, erasure: Erasure) => Promise<void>;
}

/** A guest's token opens them no more. Once, since an address that is erased again would lose its district. */
const eraseOrders = statement('dataRequests.eraseOrders')<{ orderIds: readonly string[] }>(
  `UPDATE orders SET email = '${ERASED_EMAIL}', locale = NULL, client_key = NULL, token_hash = '',
     purchase_order_number = NULL,
     shipping_address = erased_address(shipping_address), billing_address = erased_address(billing_address)
   WHERE id = ANY (:orderIds::text[]) AND email <> '${ERASED_EMAIL}'`,
);

/** What staff and customers wrote about orders; the shop's own words about a step are among them. */
const eraseHistory = statement('dataRequests.eraseHistory')<{ orderIds: readonly string[] }>(
  `UPDATE order_history SET reason = ${erased}
   WHERE order_id = ANY (:orderIds::text[]) AND reason <> ${erased}`,
);

const eraseRefunds = statement('dataRequests.eraseRefunds')<{ orderIds: readonly string[] }>(
  `WITH transfers AS (
     UPDATE refund_transfers t SET last_error = NULL FROM refunds r
     WHERE r.id = t.refund_id AND r.order_id = ANY (:orderIds::text[]) AND t.last_error IS NOT NULL
   )
   UPDATE refunds SET note = ${erased} WHERE order_id = ANY (:orderIds) AND note <> ''`,
);

const erasePayments = statement('dataRequests.erasePayments')<{ orderIds: readonly string[] }>(
  `UPDATE payments SET client_secret = NULL, last_error = NULL WHERE order_id = ANY (:orderIds::text[])`,
);

const eraseWorkflows = statement('dataRequests.eraseWorkflows')<{ orderIds: readonly string[] }>(
  `WITH found AS (
     SELECT w.id FROM workflows w WHERE w.subject_id = ANY (:orderIds::text[])
       OR w.subject_id IN (SELECT r.id FROM refunds r WHERE r.order_id = ANY (:orderIds))
   ), steps AS (
     UPDATE workflow_steps s SET error = NULL FROM found WHERE s.workflow_id = found.id AND s.error IS NOT NULL
   )
   UPDATE workflows w SET last_error = NULL FROM found WHERE w.id = found.id AND w.last_error IS NOT NULL`,
);

/** A notification of a provider about one of their payments; both inboxes, since the old one is copied. */
const isAboutThem = (e: string) => `(${e}.object_id IN (SELECT provider_id FROM theirs)
  OR EXISTS (SELECT FROM theirs WHERE ${e}.payload LIKE '%' || theirs.provider_id || '%')
  OR EXISTS (SELECT FROM unnest(:ids::text[]) AS id WHERE ${e}.payload LIKE '%' || id || '%'))`;

const eraseProviderEvents = statement('dataRequests.eraseProviderEvents')<{
  orderIds: readonly string[];
  ids: readonly string[];
}>(
  `WITH theirs AS MATERIALIZED (
     SELECT p.provider_id FROM payments p WHERE p.order_id = ANY (:orderIds::text[]) AND p.provider_id IS NOT NULL
   ), old AS (
     UPDATE stripe_events e SET payload = ${erased}, last_error = NULL
     WHERE e.processed_at IS NOT NULL AND ${isAboutThem('e')}
   )
   UPDATE provider_events e SET payload = ${erased}, last_error = NULL
   WHERE e.processed_at IS NOT NULL AND ${isAboutThem('e')}`,
);

/** Open ones are deleted with their lines; an order needs the one that it came from. */
const eraseCarts = statement('dataRequests.eraseCarts')<{ cartIds: readonly string[] }>(
  `UPDATE carts SET email = NULL, shipping_address = NULL, billing_address = NULL,
     promotion_codes = '{}', purchase_order_number = NULL
   WHERE id = ANY (:cartIds::text[])`,
);
const deleteCarts = statement('dataRequests.deleteCarts')<{ cartIds: readonly string[] }>(
  `DELETE FROM carts c WHERE c.id = ANY (:cartIds::text[]) AND c.status = 'open'
     AND NOT EXISTS (SELECT FROM orders o WHERE o.cart_id = c.id)`,
);

/** Answers that are kept for retries: of the customer, and those that name them or what is theirs. */
const deleteKeptAnswers = statement('dataRequests.deleteKeptAnswers')<{
  principals: readonly string[];
  texts: readonly string[];
}>(
  `DELETE FROM idempotency_keys k WHERE k.principal = ANY (:principals::text[])
     OR EXISTS (SELECT FROM unnest(:texts::text[]) AS text WHERE strpos(k.body, text) > 0 OR strpos(k.route, text) > 0)`,
);

/** The orders of a person themselves, and the carts that they came from. */
export const ordersStep: ErasureStep = {
  name: 'orders',
  async run(_deps, { db }, { person: { orderIds, cartIds } }) {
    await db.execute(eraseOrders, { orderIds });
    await db.execute(eraseHistory, { orderIds });
    await db.execute(eraseRefunds, { orderIds });
    await db.execute(erasePayments, { orderIds });
    await db.execute(eraseWorkflows, { orderIds });
    await db.execute(eraseCarts, { cartIds });
    await db.execute(deleteCarts, { cartIds });
  },
};

/** What is known of orders elsewhere. */
export const orderSteps: readonly ErasureStep[] = [
  {
    name: 'providerEvents',
    async run(_deps, { db }, { person: { orderIds, customerIds } }) {
      await db.execute(eraseProviderEvents, { orderIds, ids: [...orderIds, ...customerIds] });
    },
  },
  {
    name: 'keptAnswers',
    async run(_deps, { db }, { person }) {
      const { customerIds, userIds, orderIds, cartIds, emails } = person;
      const principals = customerIds.map((id) => `customer:${id}`);
      const texts = [...customerIds, ...userIds, ...orderIds, ...cartIds, ...emails];
      await db.execute(deleteKeptAnswers, { principals, texts });
    },
  },
  {
    name: 'audit',
    async run({ audit }, ctx, { person, requestId }) {
      const { customerIds, userIds, orderIds, subjectIds } = person;
      await audit.erase(ctx, {
        subject: requestId,
        reason: 'The customer asked for erasure',
        subjects: [...customerIds, ...userIds, ...orderIds, ...subjectIds],
        actors: customerIds.map((id) => `customer:${id}`),
      });
    },
  },
];
