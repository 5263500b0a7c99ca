import { Client } from 'pg';

/**
 * Leaves the pictures of a demo shop as they are, for tests that look at none: their smaller versions
 * take as much CPU as a hundred tests.
 */
export async function dropPictureJobs(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
       WHERE t.id = j.task_id AND t.identifier = 'media.derive' AND j.locked_at IS NULL`,
    );
  } finally {
    await client.end();
  }
}
