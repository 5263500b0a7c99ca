import { composedStatement, statement, type None } from '../../../db/statement.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Counts, ImportReport } from '../report.ts';

/** All tables that an import fills, by its statements or by the triggers on them; a test holds it. */
export const filledTables = [
  'products',
  'product_options',
  'product_images',
  'variants',
  'prices',
  'price_ranges',
  'categories',
  'product_categories',
  'category_prices',
  'collections',
  'product_collections',
  'locations',
  'stock_levels',
  'stock_movements',
  'search_words',
] as const;

const analyses = filledTables.map((table) =>
  composedStatement<None>(`import.analyze.${table}`, `ANALYZE "${table}"`),
);

/** What PostgreSQL believes to be there: rows of products, variants and images. */
const countKnown = statement('import.knownRows')<None, { known: number }>(
  `SELECT coalesce(sum(greatest(reltuples, 0)), 0)::bigint AS known FROM pg_class
   WHERE oid = ANY (ARRAY['products', 'variants', 'product_images']::regclass[])`,
);

/** A large table takes longer to look at than PostgreSQL gives a statement of a request. */
const unlimited = statement('import.disableTimeout')<None>(
  `SELECT set_config('statement_timeout', '0', true)`,
);

/** Changed rows below which nothing is counted again: what is planned for few is right for a few more. */
const FEW = 1000;

/** Changed rows, of those that were known, from which statistics are out of date. */
const shares = {
  /** During an import, so that its tables are looked at some times and not for each run. */
  meanwhile: 1,
  /** At its end, as in PostgreSQL's autovacuum_analyze_scale_factor. */
  atEnd: 0.1,
};

/**
 * Refreshes PostgreSQL's statistics while an import writes. Autovacuum does so minutes later, and
 * until then PostgreSQL plans every reader's statements as if nothing had been written.
 */
export class Statistics {
  readonly #ctx: Context;
  readonly #report: ImportReport;
  /** Rows that were written when the tables were last looked at. */
  #counted = 0;

  constructor(ctx: Context, report: ImportReport) {
    this.#ctx = ctx;
    this.#report = report;
  }

  /** To be called now and then during the import, outside of its transactions. */
  async keepUp(): Promise<void> {
    await this.#refresh(shares.meanwhile);
  }

  /** To be called when nothing more is written, whatever the reason. */
  async settle(): Promise<void> {
    await this.#refresh(shares.atEnd);
  }

  async #refresh(share: number): Promise<void> {
    const { dryRun, products, variants, images } = this.#report;
    const written = [products, variants, images].reduce((sum, counts) => sum + changed(counts), 0);
    const fresh = written - this.#counted;
    if (dryRun || fresh < FEW) return;
    const [{ known } = { known: 0 }] = await this.#ctx.db.query(countKnown);
    if (fresh < FEW + share * known) return;
    for (const analyze of analyses) {
      await inTransaction(this.#ctx, async (ctx) => {
        await ctx.db.query(unlimited);
        await ctx.db.execute(analyze);
      });
    }
    this.#counted = written;
  }
}

function changed({ created, updated }: Counts): number {
  return created + updated;
}
