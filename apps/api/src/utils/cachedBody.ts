import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { encodings, type Encoding, type Envelope, type CachedBody } from '../kernel/cachedBody.ts';
import { etagOf } from './etag.ts';

/** Below this many bytes a compressed body saves less than its own headers and time cost. */
export const COMPRESS_FROM_BYTES = 1400;

/** What all compressed forms of a body may take together, as a share of it; JSON shrinks to a tenth. */
export const MAX_ENCODED_SHARE = 1;

const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  // Level 5 takes the time of gzip's 6 and gives a tenth less; the default, 11, takes fifty times as long.
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: promisify<Buffer, Buffer>(gzip),
};

/** Serializes an envelope for the cache. */
export function serializeEnvelope<Data, Meta = undefined>(
  envelope: { readonly data: Data; readonly meta?: Meta },
  link?: string,
): CachedBody<Envelope<Data, Meta>> {
  const body = Buffer.from(JSON.stringify(envelope));
  return createCachedBody(body, link === undefined ? {} : { link }) as CachedBody<
    Envelope<Data, Meta>
  >;
}

/** What is known of a body beside its bytes. */
interface CachedBodyOptions {
  readonly link?: string;
  /** Compressed forms that exist already. */
  readonly ready?: Readonly<Partial<Record<Encoding, Buffer>>>;
}

/** Computes the entity tag of these bytes, and compresses them when first requested. */
export function createCachedBody(
  body: Buffer,
  { link, ready = {} }: CachedBodyOptions = {},
): CachedBody {
  const forms = new Map<Encoding, Buffer | undefined | Promise<Buffer | undefined>>(
    Object.entries(ready) as [Encoding, Buffer][],
  );
  const make = async (encoding: Encoding) => {
    const form = await compress[encoding](body);
    const isWorthIt = form.length < (body.length * MAX_ENCODED_SHARE) / encodings.length;
    forms.set(encoding, isWorthIt ? form : undefined);
    return forms.get(encoding);
  };
  return {
    body,
    etag: etagOf(body),
    ...(link !== undefined && { link }),
    encoded(encoding) {
      if (body.length < COMPRESS_FROM_BYTES) return undefined;
      if (!forms.has(encoding)) forms.set(encoding, make(encoding));
      return forms.get(encoding);
    },
  };
}
