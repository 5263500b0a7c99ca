import { createHmac, timingSafeEqual } from 'node:crypto';

const PURPOSE = 'cartwright/data-export/v1';
/** A browser begins its download at once. */
const DOWNLOAD_MS = 15 * 60_000;

/** `link` is what a mail leads to; `download` is in an address, so it is valid for minutes. */
type Use = 'link' | 'download';

/** A token of an export: its id, its end in seconds, and a signature. Nothing of it is stored. */
export function exportToken(
  { secret }: { readonly secret: string },
  use: Use,
  { id, expiresAt }: { readonly id: string; readonly expiresAt: Date },
): string {
  const seconds = Math.floor(expiresAt.getTime() / 1000);
  return `${use === 'link' ? 'dxl' : 'dxd'}_${id.replace('_', '')}.${seconds}.${sign(secret, use, id, seconds)}`;
}

/** The id of the export whose token this is; undefined for a token that is wrong or out of date. */
export function readExportToken(
  { secret }: { readonly secret: string },
  use: Use,
  token: string,
): string | undefined {
  const [, prefix, rest, seconds, signature = ''] =
    /^(dx[ld])_dr([0-9a-z]{26})\.(\d{1,12})\.([\w-]{43})$/.exec(token) ?? [];
  if (prefix !== (use === 'link' ? 'dxl' : 'dxd')) return undefined;
  const id = `dr_${rest}`;
  const expected = sign(secret, use, id, Number(seconds));
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return undefined;
  return Number(seconds) * 1000 > Date.now() ? id : undefined;
}

/** When a download that begins now must have begun, at the latest when the export expires. */
export function downloadEnd(expiresAt: Date): Date {
  return new Date(Math.min(Date.now() + DOWNLOAD_MS, expiresAt.getTime()));
}

function sign(secret: string, use: Use, id: string, seconds: number): string {
  return createHmac('sha256', secret)
    .update(`${PURPOSE}\0${use}\0${id}\0${seconds}`)
    .digest('base64url');
}
