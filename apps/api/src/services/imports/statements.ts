import { statement } from '../../db/statement.ts';
import type { ImportState, RunEnd } from '../../domains/imports.enums.ts';

/**
 * The file of an upload of one's own; it is kept for as long as an import may read it. The first who
 * takes it says where it is from now on.
 */
export const takeUpload = statement('imports.takeUpload')<
  { uploadId: string; createdBy: string; signedKey: string; takenKey: string; days: number },
  { name: string; bytes: number; storageKey: string }
>(
  `UPDATE uploads SET state = 'done', finished_at = coalesce(finished_at, now()),
     storage_key = CASE storage_key WHEN :signedKey THEN :takenKey ELSE storage_key END,
     expires_at = greatest(expires_at, now() + :days::int * interval '1 day')
   WHERE id = :uploadId AND created_by = :createdBy AND purpose = 'import' AND state <> 'failed' AND expires_at > now()
   RETURNING name, bytes, storage_key AS "storageKey"`,
);

export const insertImport = statement('imports.insert')<{
  id: string;
  uploadId: string;
  name: string;
  bytes: number;
  storageKey: string;
  dryRun: boolean;
  fetchPictures: boolean;
  currency: string;
  report: string;
  createdBy: string;
}>(
  `INSERT INTO catalog_imports (id, upload_id, name, bytes, storage_key, dry_run, fetch_pictures, currency, report, created_by)
   VALUES (:id, :uploadId, :name, :bytes, :storageKey, :dryRun, :fetchPictures, :currency, :report::jsonb, :createdBy)`,
);

interface TakenImport {
  readonly run: number;
  readonly failures: number;
  readonly bytes: number;
  readonly storageKey: string;
  readonly dryRun: boolean;
  readonly fetchPictures: boolean;
  readonly currency: string;
  readonly isCanceled: boolean;
}

/** Begins a run. An import that is running already was cut off by the end of its process. */
export const takeImport = statement('imports.take')<{ id: string; report: string }, TakenImport>(
  `UPDATE catalog_imports SET
     state = 'running', runs = runs + 1, started_at = now(), bytes_done = 0, report = :report::jsonb,
     failures = failures + CASE state WHEN 'running' THEN 2 ELSE 0 END,
     earlier_runs = CASE state WHEN 'running' THEN earlier_runs || jsonb_build_array(jsonb_build_object(
       'startedAt', to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'endedBy', 'crash', 'report', report)) ELSE earlier_runs END
   WHERE id = :id AND state IN ('queued', 'running')
   RETURNING runs AS run, failures, bytes, storage_key AS "storageKey", dry_run AS "dryRun", fetch_pictures AS "fetchPictures", currency,
     cancel_requested_at IS NOT NULL AS "isCanceled"`,
);

/** Nothing where another run has begun meanwhile. */
export const noteProgress = statement('imports.noteProgress')<
  { id: string; run: number; bytesDone: number; report: string },
  { isCanceled: boolean }
>(
  `UPDATE catalog_imports SET bytes_done = :bytesDone, report = :report::jsonb
   WHERE id = :id AND state = 'running' AND runs = :run
   RETURNING cancel_requested_at IS NOT NULL AS "isCanceled"`,
);

/**
 * Returns an import that was cut off to the queue. In an outage of the storage, which counts as no
 * failure, it is begun every few seconds: a run that did no more than the one before takes its place.
 */
export const returnImport = statement('imports.return')<{
  id: string;
  run: number;
  endedBy: RunEnd;
  failures: number;
  report: string;
}>(
  `UPDATE catalog_imports SET state = 'queued', failures = failures + :failures::int, report = :report::jsonb,
     earlier_runs = CASE WHEN :failures::int = 0 AND :endedBy::text = 'error'
         AND earlier_runs -> -1 ->> 'endedBy' = 'error' AND earlier_runs -> -1 -> 'report' = :report::jsonb
       THEN earlier_runs - -1 ELSE earlier_runs END || jsonb_build_array(jsonb_build_object(
       'startedAt', to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'endedBy', :endedBy::text, 'report', :report::jsonb))
   WHERE id = :id AND state = 'running' AND runs = :run`,
);

export const finishImport = statement('imports.finish')<{
  id: string;
  run: number;
  state: ImportState;
  bytesDone: number;
  report: string;
  reportKey: string | null;
  problem: string | null;
  problemDetail: string | null;
}>(
  `UPDATE catalog_imports SET state = :state, bytes_done = :bytesDone, report = :report::jsonb,
     report_key = :reportKey, problem = :problem, problem_detail = :problemDetail, finished_at = now()
   WHERE id = :id AND state = 'running' AND runs = :run`,
);

/** One that waits is canceled at once, one that runs by its run. */
export const requestCancel = statement('imports.requestCancel')<
  { id: string },
  { state: ImportState }
>(
  `UPDATE catalog_imports SET cancel_requested_at = coalesce(cancel_requested_at, now()),
     finished_at = CASE state WHEN 'queued' THEN now() END,
     state = CASE state WHEN 'queued' THEN 'canceled' ELSE state END
   WHERE id = :id AND state IN ('queued', 'running')
   RETURNING state`,
);

export const selectStoredFile = statement('imports.upload')<
  { uploadId: string; createdBy: string },
  { purpose: string; state: string; bytes: number; storageKey: string; isExpired: boolean }
>(
  `SELECT purpose, state, bytes, storage_key AS "storageKey", expires_at <= now() AS "isExpired"
   FROM uploads WHERE id = :uploadId AND created_by = :createdBy`,
);

export const deleteOldImports = statement('imports.deleteOld')<
  { days: number; limit: number },
  { id: string }
>(
  `DELETE FROM catalog_imports WHERE id IN (
     SELECT id FROM catalog_imports WHERE finished_at < now() - :days::int * interval '1 day'
     ORDER BY finished_at LIMIT :limit::int FOR UPDATE SKIP LOCKED)
   RETURNING id`,
);
