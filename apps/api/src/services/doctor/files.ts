import type { Check } from './check.ts';
import { jobsNamed } from './queuedJobs.ts';

/**
 * What the database says of files. Foreign keys hold the rest: a product's picture, an upload and a
 * variant's picture name a row that exists, and a file that is shown cannot be deleted. Smaller versions
 * are a column of their file, so none is without it. Whether the storage has what rows name is
 * examined afterwards (storedFiles.ts).
 */
export const fileChecks: readonly Check[] = [
  {
    // Beside the file, since the sweep finds the row of an object by the folder.
    id: 'K7a',
    title: 'Every public picture has its smaller versions beside it, or a job makes them.',
    cheap: false,
    sql: `SELECT f.id, CASE
            WHEN f.derivatives = '[]' AND j.file_id IS NULL
              THEN 'no smaller versions, and no job makes them: queue media.derive for it (docs/runbooks/files-are-missing.md)'
            WHEN EXISTS (
              SELECT FROM jsonb_array_elements(f.derivatives) d
              WHERE split_part(d ->> 'key', '/', -2) IS DISTINCT FROM f.id
            ) THEN 'a smaller version is in another folder than the picture: queue media.derive for it (docs/runbooks/files-are-missing.md)' END
          FROM files f
          LEFT JOIN (
            SELECT DISTINCT payload ->> 'fileId' AS file_id FROM (${jobsNamed("'media.derive'")}) q
          ) j ON j.file_id = f.id
          WHERE f.kind = 'picture' AND f.visibility = 'public'`,
  },
  {
    // Without a foreign key: the purge of accounts and merges keep it.
    id: 'K7b',
    title: 'Every file of a customer is of a customer that exists.',
    cheap: false,
    sql: `SELECT f.id, CASE WHEN c.id IS NULL THEN format('%s is gone', f.customer_id) END
          FROM files f LEFT JOIN customers c ON c.id = f.customer_id WHERE f.visibility = 'customer'`,
  },
];
