import { statement, type None } from '../../db/statement.ts';
import { contentHashOfEntries, hashOfSeal, personalDigestOfEntry } from './sql.ts';

interface EntryValues {
  id: string;
  actor: string;
  action: string;
  subject: string;
  reason: string;
  details: string;
  before: string | null;
  after: string | null;
  ip: string | null;
  requestId: string;
}

const COLUMNS = `(id, actor, action, subject, reason, details, before, after, ip, request_id)`;

/** A statement, since acts that move money record an entry in their transactions. */
export const insertEntry = statement('audit.record')<EntryValues>(
  `INSERT INTO audit_entries ${COLUMNS}
   VALUES (:id, :actor, :action, :subject, :reason, :details::jsonb, :before::jsonb, :after::jsonb,
     :ip, :requestId)`,
);

/** Records what concerns an account, where it is one of staff now. */
export const insertStaffEntry = statement('audit.recordOfStaff')<EntryValues & { userId: string }>(
  `INSERT INTO audit_entries ${COLUMNS}
   SELECT :id, :actor, :action, :subject, :reason, :details::jsonb, :before::jsonb, :after::jsonb,
     :ip, :requestId
   WHERE EXISTS (SELECT FROM role_grants g
     WHERE g.user_id = :userId AND (g.expires_at IS NULL OR g.expires_at > now()))`,
);

/** One sealer at a time; it keeps no writer of entries waiting. */
export const lockChain = statement('audit.lockChain')<None>(
  `SELECT pg_advisory_xact_lock(hashtext('audit.seal'))`,
);

/** The seal that the next one follows. */
export const selectHead = statement('audit.head')<
  None,
  { number: number; hash: string; keyId: string; createdAt: Date }
>(
  `SELECT number, hash, key_id AS "keyId", created_at AS "createdAt" FROM audit_seals ORDER BY number DESC LIMIT 1`,
);

/**
 * Gives entries that have none the seal with this number: whatever is committed, however long ago it
 * was written. @returns how many, and the hash over them.
 */
export const sealEntries = statement('audit.sealEntries')<
  { number: number; limit: number },
  { entries: number; contentHash: string | null }
>(
  `WITH batch AS (
     SELECT id, row_number() OVER (ORDER BY created_at, id)::int AS position
     FROM (
       SELECT id, created_at FROM audit_entries WHERE seal IS NULL
       ORDER BY created_at, id LIMIT :limit
     ) AS waiting
   ), e AS (
     UPDATE audit_entries e
     SET seal = :number, position = batch.position, personal_digest = ${personalDigestOfEntry}
     FROM batch WHERE e.id = batch.id AND e.seal IS NULL
     RETURNING e.*
   )
   SELECT count(*)::int AS entries, ${contentHashOfEntries} AS "contentHash" FROM e`,
);

/** Joins a seal to the chain, once its hash is signed. */
export const insertSeal = statement('audit.insertSeal')<{
  number: number;
  previousHash: string;
  entries: number;
  contentHash: string;
  hash: string;
  keyId: string;
  signature: string;
  createdAt: Date;
}>(
  `INSERT INTO audit_seals
     (number, previous_hash, entries, content_hash, hash, key_id, signature, created_at)
   VALUES (:number, :previousHash, :entries, :contentHash, :hash, :keyId, :signature, :createdAt)`,
);

/** The hash of a seal that is not stored yet. */
export const hashSeal = statement('audit.hashSeal')<
  {
    number: number;
    previousHash: string;
    entries: number;
    contentHash: string;
    keyId: string;
    createdAt: Date;
  },
  { hash: string }
>(
  `SELECT ${hashOfSeal} AS hash
   FROM (SELECT :number::bigint AS number, :previousHash::text AS previous_hash,
     :entries::int AS entries, :contentHash::text AS content_hash, :keyId::text AS key_id,
     :createdAt::timestamptz(3) AS created_at) AS s`,
);

export const selectSeal = statement('audit.seal')<
  { number: number; hash: string },
  { number: number }
>(`SELECT number FROM audit_seals WHERE number = :number AND hash = :hash`);

export const selectSignatures = statement('audit.signatures')<
  { after: number; limit: number },
  { number: number; hash: string; keyId: string; signature: string }
>(
  `SELECT number, hash, key_id AS "keyId", signature FROM audit_seals
   WHERE number > :after ORDER BY number LIMIT :limit`,
);

/**
 * Erases what may be personal of entries about these subjects and of what these actors did. An entry
 * of an erasure stays, since it says what is missing. @returns the ids of the entries.
 */
export const eraseEntries = statement('audit.erase')<
  { subjects: string[]; actors: string[] },
  { id: string | null }
>(
  `SELECT id FROM erase_audit_entries(ARRAY(
     SELECT e.id FROM audit_entries e
     WHERE (e.subject = ANY (:subjects) OR e.actor = ANY (:actors)) AND e.action <> 'audit.erase'
   )) AS id`,
);
