import { statement } from '../../db/statement.ts';
import { IS_USED } from './fileUses.ts';

/** The file with this content for these readers, which is wanted once more; alternative texts are added. */
export const reuseFile = statement('media.reuseFile')<
  { sha256: string; visibility: string; customerId: string | null; keep: boolean; alt: string },
  { id: string }
>(
  `UPDATE files SET keep = keep OR :keep, alt = CASE WHEN alt = '' THEN :alt ELSE alt END, updated_at = now(),
     version = version + ((NOT keep AND :keep) OR (alt = '' AND :alt <> ''))::int
   WHERE sha256 = :sha256 AND visibility = :visibility AND coalesce(customer_id, '') = coalesce(:customerId::text, '')
   RETURNING id`,
);

/** None when another has stored the same content for the same readers meanwhile. */
export const insertFile = statement('media.insertFile')<
  {
    id: string;
    kind: string;
    visibility: string;
    customerId: string | null;
    name: string;
    contentType: string;
    bytes: number;
    sha256: string;
    storageKey: string;
    width: number | null;
    height: number | null;
    dominantColor: string | null;
    alt: string;
    keep: boolean;
    sourceUrl: string | null;
    createdBy: string;
  },
  { id: string }
>(
  `INSERT INTO files (id, kind, visibility, customer_id, name, content_type, bytes, sha256, storage_key, width, height,
     dominant_color, alt, keep, source_url, created_by)
   VALUES (:id, :kind, :visibility, :customerId::text, :name, :contentType, :bytes, :sha256, :storageKey, :width::int,
     :height::int, :dominantColor::text, :alt, :keep, :sourceUrl::text, :createdBy)
   ON CONFLICT DO NOTHING RETURNING id`,
);

/** A customer who is merged or erased has no files; locked, so that neither happens meanwhile. */
export const lockCustomer = statement('media.lockCustomer')<{ id: string }, { id: string }>(
  `SELECT c.id FROM customers c JOIN users u ON u.id = c.user_id
   WHERE c.id = :id AND c.merged_into_id IS NULL AND u.status <> 'erased' FOR SHARE OF c`,
);

/** Only while it is open, so that of two that finish an upload one does. */
export const finishUpload = statement('media.finishUpload')<{
  id: string;
  state: string;
  fileId: string | null;
  failure: string | null;
}>(
  `UPDATE uploads SET state = :state, file_id = :fileId::text, failure = :failure::text, finished_at = now()
   WHERE id = :id AND state = 'open'`,
);

/** Only while the focal point is the one that the squares were made for. */
export const saveFileDerivatives = statement('media.saveFileDerivatives')<{
  id: string;
  focalX: number;
  focalY: number;
  derivatives: string;
}>(
  `UPDATE files SET derivatives = :derivatives::jsonb
   WHERE id = :id AND focal_x = :focalX AND focal_y = :focalY AND derivatives IS DISTINCT FROM :derivatives::jsonb`,
);

export const deleteExpiredUploads = statement('media.deleteExpiredUploads')<
  { limit: number },
  { storageKey: string }
>(
  `DELETE FROM uploads WHERE id IN (
     SELECT id FROM uploads WHERE expires_at < now() ORDER BY expires_at LIMIT :limit FOR UPDATE SKIP LOCKED
   ) RETURNING storage_key AS "storageKey"`,
);

/** What the purge may delete. */
const IS_OVER = `f.visibility = 'public' AND f.kind = 'picture' AND NOT f.keep
       AND f.updated_at < now() - make_interval(hours => :olderThanHours::int) AND NOT (${IS_USED})`;

/** Pictures that nothing has referred to for a while. */
export const selectOverFiles = statement('media.overFiles')<
  { olderThanHours: number; after: string; limit: number },
  { id: string }
>(`SELECT f.id FROM files f WHERE f.id > :after AND ${IS_OVER} ORDER BY f.id LIMIT :limit`);

/** Those of them that are still unused; one that someone is about to use stays. */
export const deleteOverFiles = statement('media.deleteOverFiles')<
  { olderThanHours: number; ids: readonly string[] },
  { storageKey: string; derivatives: { key: string }[] }
>(
  `DELETE FROM files WHERE id IN (
     SELECT f.id FROM files f WHERE f.id = ANY (:ids::text[]) AND ${IS_OVER} FOR UPDATE SKIP LOCKED
   ) RETURNING storage_key AS "storageKey", derivatives`,
);

/** Which of these keys a row has: of a file, its derivatives, or an upload, also where an import moves it. */
export const selectKnownKeys = statement('media.knownKeys')<
  { keys: readonly string[]; fileIds: readonly string[] },
  { key: string },
  'key'
>(
  `SELECT f.storage_key AS key FROM files f WHERE f.storage_key = ANY (:keys::text[])
   UNION ALL SELECT u.storage_key FROM uploads u WHERE u.storage_key = ANY (:keys::text[])
   UNION ALL SELECT k FROM unnest(:keys::text[]) k
     JOIN uploads u ON u.id = substring(k FROM '^private/uploads/(upl_[a-z0-9]+)-')
   UNION ALL SELECT d ->> 'key' FROM files f CROSS JOIN jsonb_array_elements(f.derivatives) d
     WHERE f.id = ANY (:fileIds::text[])`,
);

export const lockFile = statement('media.lockFile')<{ id: string }, { id: string }>(
  `SELECT id FROM files WHERE id = :id FOR UPDATE`,
);
