import type { ApiKeysService } from './apiKeys.service.ts';
import type { IdentityService } from './identity.service.ts';

interface MachineTokensDeps {
  readonly apiKeys: Pick<ApiKeysService, 'clientOf'>;
  readonly identity: Pick<IdentityService, 'issueMachineToken' | 'tokenSeconds'>;
}

/** What a client asks for, and the secret that proves who it is. */
interface TokenRequest {
  readonly clientId: string;
  readonly secret: string;
  /** Some of its permissions, separated by spaces; undefined for all that it has now. */
  readonly scope?: string | undefined;
}

interface MachineToken {
  readonly clientId: string;
  readonly token: string;
  /** For how many seconds it is valid. */
  readonly seconds: number;
  readonly scope: readonly string[];
}

/** Short tokens for clients of OAuth 2 (RFC 6749, 4.4). */
export function createMachineTokensService({ apiKeys, identity }: MachineTokensDeps) {
  return {
    /** @returns what is wrong, as a code of RFC 6749 (5.2), where there is no token. */
    async grant({
      clientId,
      secret,
      scope,
    }: TokenRequest): Promise<MachineToken | 'invalid_client' | 'invalid_scope'> {
      const client = await apiKeys.clientOf(clientId, secret);
      if (!client) return 'invalid_client';
      const asked = new Set(scope?.split(' ') ?? client.permissions);
      const isHeld = [...asked].every((permission) => client.permissions.has(permission));
      if (asked.size === 0 || !isHeld) return 'invalid_scope';
      const token = await identity.issueMachineToken({ clientId, scope: asked });
      return { clientId, token, seconds: identity.tokenSeconds, scope: [...asked] };
    },
  };
}
