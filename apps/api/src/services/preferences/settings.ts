import type { Context } from '../../kernel/context.ts';

/** JSON as it came in. */
export type Settings = Readonly<Record<string, unknown>>;

export interface Preferences {
  readonly settings: Settings;
  /** Null while nothing was set. */
  readonly updatedAt: Date | null;
}

/** What a person has set. */
export async function getPreferences({ db }: Context, userId: string): Promise<Preferences> {
  const row = await db.prisma.staffPreference.findUnique({ where: { userId } });
  if (!row) return { settings: {}, updatedAt: null };
  return { settings: row.settings as Settings, updatedAt: row.updatedAt };
}

/** Replaces all that a person has set. */
export async function setPreferences(
  { db }: Context,
  userId: string,
  input: Settings,
): Promise<Preferences> {
  const settings = JSON.parse(JSON.stringify(input)) as object;
  const { updatedAt } = await db.prisma.staffPreference.upsert({
    where: { userId },
    create: { userId, settings },
    update: { settings },
  });
  return { settings: input, updatedAt };
}
