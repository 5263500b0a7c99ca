import { statement } from '../../db/statement.ts';

/** Where the default goes, the newest card that is left becomes the default. */
const nextDefault = (gone: string) => `
  UPDATE saved_payment_methods s SET is_default = true FROM ${gone}
  WHERE ${gone}.is_default AND s.id = (
    SELECT n.id FROM saved_payment_methods n
    WHERE n.customer_id = ${gone}.customer_id AND n.state = 'active' AND n.id <> ${gone}.id
    ORDER BY n.id DESC LIMIT 1)`;

/** Begins to remove a card, which pays for nothing from then on. */
export const retireMethod = statement('paymentMethods.retire')<{ id: string; customerId: string }>(
  `WITH retired AS (
     UPDATE saved_payment_methods r SET state = 'removing', is_default = false
     FROM saved_payment_methods old
     WHERE r.id = :id AND old.id = r.id AND r.customer_id = :customerId AND r.state = 'active'
     RETURNING r.id, r.customer_id, old.is_default
   )${nextDefault('retired')}`,
);

/** Forgets a card that its provider has detached. */
export const forgetMethod = statement('paymentMethods.forget')<{ id: string }>(
  `WITH forgotten AS (
     DELETE FROM saved_payment_methods WHERE id = :id RETURNING id, customer_id, is_default
   )${nextDefault('forgotten')}`,
);
