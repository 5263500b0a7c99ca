import { idPage } from '../../db/idPage.ts';
import type { MachineKind } from '../../domains/apiKeys.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { idPrefixes } from '../../kernel/ids.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import { hintOf } from './keyText.ts';

/** A key, or a client of OAuth 2, without its secret. */
export interface ApiKey {
  readonly id: string;
  readonly kind: MachineKind;
  readonly name: string;
  /** How it begins and ends. */
  readonly hint: string;
  readonly publicKey: string | null;
  readonly permissions: readonly string[];
  readonly salesChannel: string | null;
  readonly origins: readonly string[];
  readonly expiresAt: Date | null;
  readonly previousExpiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  /** Whose rights limit a secret key or a client; null for one that the shop itself made. */
  readonly ownerId: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

interface ApiKeyQuery extends IdListQuery {
  readonly kinds: readonly MachineKind[];
}

const omit = { hash: true, previousHash: true } as const;

/** Newest first. @throws {AppError} invalid_cursor */
export function listKeys(
  { cursorSecret }: { readonly cursorSecret: string },
  { db }: Context,
  query: ApiKeyQuery,
) {
  const kind = { in: [...query.kinds] };
  return readIdPage(
    { secret: cursorSecret, name: `keys ${query.kinds.join()}` },
    query,
    async (range) => {
      const { id, ...page } = idPage(range);
      const rows = await db.prisma.apiKey.findMany({ where: { id, kind }, omit, ...page });
      return rows.map(keyOf);
    },
  );
}

/** @throws {AppError} not_found */
export async function getKey({ db }: Context, id: string): Promise<ApiKey> {
  const row = await db.prisma.apiKey.findUnique({ where: { id }, omit });
  if (!row)
    throw notFound(id.startsWith(`${idPrefixes.machineClient}_`) ? 'machine client' : 'API key');
  return keyOf(row);
}

interface Row extends Omit<ApiKey, 'kind' | 'hint'> {
  readonly kind: string;
  readonly lastFour: string;
}

function keyOf({ lastFour, ...row }: Row): ApiKey {
  const kind = row.kind as MachineKind;
  return { ...row, kind, hint: hintOf(kind, lastFour) };
}
