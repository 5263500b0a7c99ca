import { statement } from '../../db/statement.ts';
import { ERASED_EMAIL } from '../../kernel/erased.ts';
import type { Context } from '../../kernel/context.ts';
import type { Person } from './person.ts';

const deleteSignIns = statement('dataRequests.deleteSignIns')<{ userIds: readonly string[] }>(
  `WITH sent AS (
     DELETE FROM user_tokens WHERE user_id = ANY (:userIds::text[])
   ), totp AS (
     DELETE FROM totp_secrets WHERE user_id = ANY (:userIds)
   ), codes AS (
     DELETE FROM backup_codes WHERE user_id = ANY (:userIds)
   ), keys AS (
     DELETE FROM passkeys WHERE user_id = ANY (:userIds)
   ), devices AS (
     DELETE FROM remembered_devices WHERE user_id = ANY (:userIds)
   ), begun AS (
     DELETE FROM sign_in_challenges WHERE user_id = ANY (:userIds)
   ), asked AS (
     DELETE FROM webauthn_challenges WHERE user_id = ANY (:userIds)
   ), linked AS (
     DELETE FROM user_identities WHERE user_id = ANY (:userIds)
   ), linking AS (
     DELETE FROM provider_sign_ins WHERE user_id = ANY (:userIds)
   ), tried AS (
     DELETE FROM factor_attempts WHERE user_id = ANY (:userIds)
   ), viewed AS (
     DELETE FROM saved_views WHERE user_id = ANY (:userIds)
   ), preferred AS (
     DELETE FROM staff_preferences WHERE user_id = ANY (:userIds)
   )
   DELETE FROM sessions WHERE user_id = ANY (:userIds)`,
);

const eraseCustomers = statement('dataRequests.eraseCustomers')<{ customerIds: readonly string[] }>(
  `WITH book AS (
     DELETE FROM customer_addresses WHERE customer_id = ANY (:customerIds::text[])
   ), bought_for AS (
     DELETE FROM company_members WHERE customer_id = ANY (:customerIds)
   ), grouped AS (
     DELETE FROM customer_group_members WHERE customer_id = ANY (:customerIds)
   )
   UPDATE customers SET tags = '{}', note = '', metafields = '{}', tax_exemption = NULL WHERE id = ANY (:customerIds)`,
);

const eraseUsers = statement('dataRequests.eraseUsers')<{ userIds: readonly string[] }>(
  `UPDATE users SET status = 'erased', email = '${ERASED_EMAIL}', email_key = '${ERASED_EMAIL}',
     email_verified_at = NULL, former_email_keys = '{}', password_hash = NULL, password_changed_at = NULL,
     first_name = NULL, last_name = NULL, locale = NULL
   WHERE id = ANY (:userIds::text[])`,
);

/** The accounts themselves: the last of an erasure, in the transaction that ends it. */
export async function eraseAccounts(
  { db }: Context,
  { userIds, customerIds }: Person,
): Promise<void> {
  await db.execute(deleteSignIns, { userIds });
  await db.execute(eraseCustomers, { customerIds });
  await db.execute(eraseUsers, { userIds });
}
