import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import type { SignInProvidersDeps } from './deps.ts';

interface IdentityChange {
  readonly identityId: string;
  readonly userId: string;
  readonly isStaff: boolean;
  /** The provider's id. */
  readonly provider: string;
}

const actions = {
  'identity.linked': 'identity.add',
  'identity.removed': 'identity.remove',
} as const;

/** Tells the user that a provider opens the account, or no longer, in the transaction of the change. */
export async function recordChange(
  { audit, ...deps }: SignInProvidersDeps,
  ctx: Context,
  change: keyof typeof actions,
  { isStaff, ...identity }: IdentityChange,
): Promise<void> {
  const { userId: subject, identityId, provider } = identity;
  await emit(ctx, change, { ...identity, providerName: nameOf(deps, provider) });
  if (!isStaff) return;
  const details = { identityId, provider };
  const act = { action: actions[change], subject, reason: 'By the person', details };
  await audit.record(ctx, {
    ...act,
    [change === 'identity.linked' ? 'after' : 'before']: { provider },
  });
}

/** What people call a provider; its id once the shop no longer has it. */
export function nameOf({ providers }: Pick<SignInProvidersDeps, 'providers'>, id: string): string {
  return providers.find((known) => known.id === id)?.name ?? id;
}
