import type { Context } from '../../kernel/context.ts';
import { selectCategories } from './statements.ts';

/** The names of categories from the root, by id. A shop has few, so they are read once for an export. */
export class CategoryPaths {
  readonly #ctx: Context;
  #byId: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  /** Reads them again where one of these is not known: it was made meanwhile. */
  async know(ids: readonly string[]): Promise<void> {
    if (ids.every((id) => this.#byId.has(id))) return;
    const rows = await this.#ctx.db.query(selectCategories);
    const rowById = new Map(rows.map((row) => [row.id, row]));
    const pathOf = (id: string): string[] => {
      const row = rowById.get(id);
      if (row === undefined) return [];
      return [...(row.parentId === null ? [] : pathOf(row.parentId)), row.name];
    };
    this.#byId = new Map(rows.map(({ id }) => [id, pathOf(id)]));
  }

  /** Empty for one that is gone. */
  pathOf(id: string): readonly string[] {
    return this.#byId.get(id) ?? [];
  }
}
