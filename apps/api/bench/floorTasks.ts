import type { Pool } from 'pg';

/**
 * Gives the floor's queue the task numbers of the shop's, because the recorded values contain them.
 * The floor's queue must be empty.
 */
export async function copyTasks(shop: Pool, floor: Pool): Promise<void> {
  const { rows } = await shop.query<{ id: number; identifier: string }>(
    'SELECT id, identifier FROM graphile_worker._private_tasks',
  );
  await floor.query('DELETE FROM graphile_worker._private_tasks');
  await floor.query(
    `INSERT INTO graphile_worker._private_tasks (id, identifier) OVERRIDING SYSTEM VALUE
     SELECT * FROM unnest($1::int[], $2::text[])`,
    [rows.map(({ id }) => id), rows.map(({ identifier }) => identifier)],
  );
}
