import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import type { FactorsDeps } from './deps.ts';
import { selectFactors, type FactorsRow } from './statements.ts';
import { ANSWER_MS, loadWebauthn, newChallenge } from './webauthn.ts';

type Options = PublicKeyCredentialRequestOptionsJSON;

/** What a browser asks an authenticator for to sign someone in without a password. */
export function askForSignIn(deps: FactorsDeps, ctx: Context): Promise<Options> {
  return askFor(deps, ctx, { purpose: 'sign_in', userId: null, passkeys: undefined });
}

/** What a browser asks for when a signed-in person has to prove again who it is. */
export async function askForStepUp(
  deps: FactorsDeps,
  ctx: Context,
  { userId }: Identity,
): Promise<Options> {
  const [row] = await ctx.db.query(selectFactors, { userId });
  return askFor(deps, ctx, { purpose: 'step_up', userId, passkeys: row?.passkeys ?? [] });
}

interface Question {
  readonly purpose: 'sign_in' | 'challenge' | 'step_up';
  readonly userId: string | null;
  /** Undefined for any that the authenticator knows. */
  readonly passkeys: FactorsRow['passkeys'] | undefined;
}

/** The options of `navigator.credentials.get`. */
export async function askFor(
  { webauthn }: Pick<FactorsDeps, 'webauthn'>,
  ctx: Context,
  { purpose, userId, passkeys }: Question,
): Promise<Options> {
  const { generateAuthenticationOptions } = await loadWebauthn();
  return generateAuthenticationOptions({
    rpID: webauthn.rpId,
    challenge: await newChallenge(ctx, { purpose, userId }),
    timeout: ANSWER_MS,
    userVerification: purpose === 'sign_in' ? 'required' : 'preferred',
    ...(passkeys && {
      allowCredentials: passkeys
        .filter(({ isSuspected }) => !isSuspected)
        .map(({ id, transports }) => ({ id, transports })),
    }),
  });
}
