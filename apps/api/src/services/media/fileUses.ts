import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import type { IdRange } from '../../utils/page.ts';

/** Whether anything refers to the file `f`: in the SQL of lists and purges, so that they agree. */
export const IS_USED = `EXISTS (SELECT FROM product_images i WHERE i.file_id = f.id)`;

const selectUnused = statement('media.unusedFiles')<
  {
    after: string | null;
    isBack: boolean;
    limit: number;
    unused: boolean;
    kind: string | null;
    visibility: string | null;
    customerId: string | null;
    q: string | null;
  },
  { id: string }
>(
  `SELECT f.id FROM files f
   WHERE (:after::text IS NULL OR CASE WHEN :isBack::boolean THEN f.id > :after ELSE f.id < :after END)
     AND (:kind::text IS NULL OR f.kind = :kind) AND (:visibility::text IS NULL OR f.visibility = :visibility)
     AND (:customerId::text IS NULL OR f.customer_id = :customerId)
     AND (:q::text IS NULL OR strpos(lower(f.name), lower(:q)) > 0 OR strpos(lower(f.alt), lower(:q)) > 0)
     AND (${IS_USED}) <> :unused::boolean
   ORDER BY CASE WHEN :isBack THEN f.id END, f.id DESC LIMIT :limit`,
);

/** The ids of a page of files that something refers to, or nothing. */
export async function findUnusedIds(
  { db }: Context,
  {
    id,
    isBack,
    take,
    unused,
    kind = null,
    visibility = null,
    customerId = null,
    q = null,
  }: IdRange & {
    readonly unused: boolean;
    readonly kind?: string | null | undefined;
    readonly visibility?: string | null | undefined;
    readonly customerId?: string | null | undefined;
    readonly q?: string | null | undefined;
  },
): Promise<string[]> {
  const page = { after: id, isBack, limit: take };
  const rows = await db.query(selectUnused, { ...page, unused, kind, visibility, customerId, q });
  return rows.map((row) => row.id);
}

const selectUses = statement('media.fileUses')<
  { fileId: string; limit: number },
  { id: string },
  'id'
>(
  `SELECT DISTINCT product_id AS id FROM product_images WHERE file_id = :fileId ORDER BY product_id LIMIT :limit`,
);

/** So many are named. */
const MAX_USES = 20;

/** The ids of what refers to a file, some of them where there are many. */
export async function findUses({ db }: Context, fileId: string): Promise<string[]> {
  const rows = await db.query(selectUses, { fileId, limit: MAX_USES });
  return rows.map(({ id }) => id);
}
