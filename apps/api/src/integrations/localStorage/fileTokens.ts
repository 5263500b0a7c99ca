import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DownloadGrant, UploadGrant } from '../../ports/fileStore.ts';

const PURPOSE = 'cartwright/file-token/v1';
/** The longest has a key of 255 characters and a name of as many, each of up to four bytes. */
const MAX_TOKEN_LENGTH = 4096;

const prefixes = { upload: 'fup', download: 'fdl' } as const;

/** What a token says, signed; nothing of it is stored. */
interface Signed<Grant> {
  readonly grant: Grant;
  /** In seconds since 1970. */
  readonly end: number;
}

interface Grants {
  readonly upload: UploadGrant;
  readonly download: DownloadGrant;
}

/** Tokens in addresses of the API by which a file is brought or fetched. Logs mask them. */
export function createFileTokens(secret: string) {
  const sign = (use: keyof Grants, payload: string) =>
    createHmac('sha256', secret).update(`${PURPOSE}\0${use}\0${payload}`).digest('base64url');

  return {
    /** @param expiresSeconds from now. */
    write<Use extends keyof Grants>(use: Use, grant: Grants[Use], expiresSeconds: number): string {
      const end = Math.floor(Date.now() / 1000) + expiresSeconds;
      const said: Signed<Grants[Use]> = { grant, end };
      const payload = Buffer.from(JSON.stringify(said)).toString('base64url');
      return `${prefixes[use]}_${payload}.${sign(use, payload)}`;
    },

    /** @returns undefined for a token that is wrong, for another use, or out of date. */
    read<Use extends keyof Grants>(
      use: Use,
      token: string,
    ): (Grants[Use] & { readonly expiresAt: Date }) | undefined {
      if (token.length > MAX_TOKEN_LENGTH) return undefined;
      const [, prefix, payload = '', signature = ''] =
        /^(f(?:up|dl))_([\w-]+)\.([\w-]{43})$/.exec(token) ?? [];
      if (prefix !== prefixes[use]) return undefined;
      const isSigned = timingSafeEqual(Buffer.from(signature), Buffer.from(sign(use, payload)));
      if (!isSigned) return undefined;
      // What is signed is what `write` made.
      const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Signed<Grants[Use]>;
      const expiresAt = new Date(said.end * 1000);
      return expiresAt.getTime() > Date.now() ? { ...said.grant, expiresAt } : undefined;
    },
  };
}
