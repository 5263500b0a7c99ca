import { idPage } from '../../db/idPage.ts';
import { MAX_VIEWS } from '../../domains/preferences.limits.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import type { Settings } from './settings.ts';

/** A filter and columns of a list, under a name. */
export interface View {
  readonly id: string;
  readonly userId: string;
  readonly resource: string;
  readonly name: string;
  readonly filter: Settings;
  readonly columns: readonly string[];
  readonly isShared: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

interface NewView {
  readonly resource: string;
  readonly name: string;
  readonly filter: Settings;
  readonly columns: readonly string[];
  readonly isShared: boolean;
}

interface ViewChange {
  readonly name?: string | undefined;
  readonly filter?: Settings | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly isShared?: boolean | undefined;
}

interface ViewQuery extends IdListQuery {
  readonly userId: string;
  readonly resource?: string | undefined;
}

/** A person's own, and those that others share; newest first. @throws {AppError} invalid_cursor */
export function listViews(
  { cursorSecret }: { readonly cursorSecret: string },
  { db }: Context,
  query: ViewQuery,
) {
  const { userId, resource } = query;
  return readIdPage({ secret: cursorSecret, name: 'views' }, query, async (range) => {
    const { id, ...page } = idPage(range);
    const where = { id, OR: [{ userId }, { isShared: true }], ...(resource && { resource }) };
    const rows = await db.prisma.savedView.findMany({ where, ...page });
    return rows.map(viewOf);
  });
}

/** Keeps a view. @throws {AppError} view_limit_exceeded */
export async function createView({ db }: Context, userId: string, input: NewView): Promise<View> {
  // Two at the same time may exceed it by one, which harms no one.
  if ((await db.prisma.savedView.count({ where: { userId } })) >= MAX_VIEWS) {
    const message = `There are ${MAX_VIEWS} views already. Delete one first.`;
    throw new AppError('view_limit_exceeded', message);
  }
  const { columns, filter, ...rest } = input;
  const data = { ...rest, id: newId('view'), userId, columns: [...columns], filter: json(filter) };
  return viewOf(await db.prisma.savedView.create({ data }));
}

interface OwnView {
  readonly id: string;
  readonly userId: string;
}

/** Changes one's own view. @throws {AppError} not_found, also for another's. */
export async function changeView(
  { db }: Context,
  { id, userId }: OwnView,
  { name, filter, columns, isShared }: ViewChange,
): Promise<View> {
  const [row] = await db.prisma.savedView.updateManyAndReturn({
    where: { id, userId },
    data: {
      ...(name !== undefined && { name }),
      ...(filter && { filter: json(filter) }),
      ...(columns && { columns: [...columns] }),
      ...(isShared !== undefined && { isShared }),
    },
  });
  if (!row) throw notFound('view');
  return viewOf(row);
}

/** Deletes one's own view. @throws {AppError} not_found, also for another's. */
export async function deleteView({ db }: Context, { id, userId }: OwnView): Promise<View> {
  const row = await db.prisma.savedView.findFirst({ where: { id, userId } });
  const { count } = await db.prisma.savedView.deleteMany({ where: { id, userId } });
  if (!row || count === 0) throw notFound('view');
  return viewOf(row);
}

function viewOf({ filter, ...row }: Omit<View, 'filter'> & { filter: unknown }): View {
  return { ...row, filter: filter as Settings };
}

const json = (value: Settings) => JSON.parse(JSON.stringify(value)) as object;
