import type { Context } from '../../kernel/context.ts';
import type { MailFacts } from '../content.ts';

interface Occurrence {
  readonly userId: string;
  readonly at: string;
}

/** Who is written to, with what the event says; null for a user who was erased or deleted. */
export async function readPerson<About extends Occurrence>(
  { db }: Context,
  about: About,
): Promise<(MailFacts & Omit<About, 'userId'>) | null> {
  const { userId, ...rest } = about;
  const user = await db.prisma.user.findUnique({
    where: { id: userId },
    select: { email: true, locale: true, status: true },
  });
  if (!user || user.status === 'erased') return null;
  const { email, locale } = user;
  return { ...rest, id: `${userId}.${Date.parse(about.at)}`, email, locale };
}
