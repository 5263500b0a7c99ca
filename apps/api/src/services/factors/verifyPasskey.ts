import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import type { FactorsDeps } from './deps.ts';
import type { PasskeyAssertion } from './passkeyAnswers.ts';
import { invalidFactor } from './refusals.ts';
import { advanceCounter, selectPasskey, suspectPasskey, type KeyRow } from './statements.ts';
import { loadWebauthn, takeChallenge, type WebauthnPurpose } from './webauthn.ts';

interface Assertion {
  readonly purpose: Exclude<WebauthnPurpose, 'register'>;
  /** Whose passkey it must be; null where it says who signs in. */
  readonly userId: string | null;
  readonly response: PasskeyAssertion;
}

/**
 * Checks what a passkey has signed. A passkey that signs someone in alone must have verified its user
 * by PIN or finger: it then stands for both factors.
 * @returns whose it is, and since when the user's password is as it is.
 * @throws {AppError} factor_invalid
 */
export async function verifyPasskey(
  deps: Pick<FactorsDeps, 'audit' | 'webauthn'>,
  ctx: Context,
  { purpose, userId, response }: Assertion,
): Promise<Pick<KeyRow, 'userId' | 'passwordChangedAt'>> {
  const { clientDataJSON, userHandle } = response.response;
  const challenge = await takeChallenge(ctx, { purpose, userId }, clientDataJSON);
  const [key] = await ctx.db.query(selectPasskey, { credentialId: response.id });
  if (challenge === undefined || !key || key.isSuspected) throw invalidFactor();
  if (userId !== null && key.userId !== userId) throw invalidFactor();
  // A discoverable credential names its user; another's handle is a forgery.
  if (userHandle && textOf(userHandle) !== key.userId) throw invalidFactor();
  const verified = await verifySignature(deps, key, {
    challenge,
    response,
    mustVerifyUser: purpose === 'sign_in',
  });
  const { newCounter: counter, credentialBackedUp: isBackedUp } = verified;
  const [advanced] = await ctx.db.query(advanceCounter, { id: key.id, counter, isBackedUp });
  if (!advanced) {
    await suspect(deps, ctx, key);
    throw invalidFactor();
  }
  return key;
}

async function verifySignature(
  { webauthn }: Pick<FactorsDeps, 'webauthn'>,
  { publicKey }: KeyRow,
  signed: { challenge: string; response: PasskeyAssertion; mustVerifyUser: boolean },
) {
  const { verifyAuthenticationResponse } = await loadWebauthn();
  const { challenge, response, mustVerifyUser } = signed;
  const { clientDataJSON, authenticatorData, signature } = response.response;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...response,
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: [...webauthn.origins],
      expectedRPID: webauthn.rpId,
      // Compared below, in one statement, since the library knows only what was read before.
      credential: {
        id: response.id,
        publicKey: new Uint8Array(Buffer.from(publicKey, 'base64')),
        counter: 0,
      },
      requireUserVerification: mustVerifyUser,
    });
    if (verified) return authenticationInfo;
  } catch {
    // The library throws for whatever is not as it should be; nothing of it is the shop's failure.
  }
  throw invalidFactor();
}

/** A counter that goes back suggests that the passkey was copied (WebAuthn, 6.1.1). */
function suspect(
  { audit }: Pick<FactorsDeps, 'audit'>,
  ctx: Context,
  { id }: KeyRow,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const [suspected] = await ctx.db.query(suspectPasskey, { id });
    if (!suspected) return;
    const { userId, name } = suspected;
    const act = { action: 'factor.suspect', userId, isByPerson: false };
    await audit.recordOfStaff(ctx, { ...act, details: { kind: 'passkey', name } });
    await emit(ctx, 'factor.passkey_suspected', { ...suspected, at: new Date().toISOString() });
  });
}

function textOf(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('utf8');
}
