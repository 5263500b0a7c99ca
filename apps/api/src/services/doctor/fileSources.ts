/** A row, and the objects of the storage that it names. */
export interface NamedObjects {
  readonly id: string;
  readonly key: string;
  /** Null where the row does not say. */
  readonly bytes: number | null;
  readonly derivatives: readonly { readonly key: string }[];
}

/** Rows that name objects of the storage. */
export interface Source {
  readonly name: string;
  /** Selects id, key, bytes and derivatives. */
  readonly sql: string;
  /** What to do where the object is missing. */
  readonly remedy: string;
  /** The same of a smaller version. */
  readonly derivativeRemedy: string;
}

const DERIVE = 'Queue media.derive for it (docs/runbooks/files-are-missing.md).';

/**
 * All rows that name objects. Uploads are none of them: their bytes come when the client sends them.
 * Where a domain deletes the object before its row (data exports), the rows that are due are left out.
 */
export const sources: readonly Source[] = [
  {
    name: 'files',
    sql: `SELECT f.id, f.storage_key, f.bytes, f.derivatives FROM files f`,
    remedy:
      'Restore it from a backup, or put another file in its place (docs/runbooks/files-are-missing.md).',
    derivativeRemedy: DERIVE,
  },
  {
    // Of an import a moment ago, or of a release before there were files.
    name: 'pictures',
    sql: `SELECT i.id, i.storage_key, NULL::bigint, i.derivatives FROM product_images i
          WHERE i.file_id IS NULL AND i.storage_key IS NOT NULL`,
    remedy: 'Restore it from a backup, or import its product with the picture again.',
    derivativeRemedy: DERIVE,
  },
  {
    name: 'reports',
    sql: `SELECT c.id, c.report_key, NULL::bigint, '[]'::jsonb FROM catalog_imports c
          WHERE c.report_key IS NOT NULL`,
    remedy: 'Restore it from a backup, or do without the list of what the import rejected.',
    derivativeRemedy: '',
  },
  {
    name: 'exports',
    sql: `SELECT r.id, r.file_key, r.file_bytes, '[]'::jsonb FROM data_requests r
          WHERE r.state = 'done' AND r.file_key IS NOT NULL AND r.expires_at > now()
            AND NOT EXISTS (SELECT FROM data_requests e WHERE e.customer_id = r.customer_id
              AND e.kind = 'erasure' AND e.state IN ('queued', 'running'))`,
    remedy: 'Have the customer ask for another export.',
    derivativeRemedy: '',
  },
];
