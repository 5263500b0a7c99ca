import {
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 } as const;

interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id?: string };
  readonly user: { readonly id: string };
}

interface RequestOptions {
  readonly challenge: string;
  readonly rpId?: string;
}

interface AuthenticatorOptions {
  /** The page that asks. */
  origin?: string;
  /** Whether it asks for a PIN or a finger. */
  verifiesUser?: boolean;
  /** Whether it counts its signatures. */
  counts?: boolean;
}

/**
 * An authenticator in software: it makes one passkey and signs with it, as WebAuthn says. Its
 * answers are what browsers serialize.
 */
export class SoftwareAuthenticator {
  origin: string;
  verifiesUser: boolean;
  counter = 0;
  readonly #counts: boolean;
  readonly #id = randomBytes(32);
  readonly #publicKey: JsonWebKey;
  readonly #privateKey: KeyObject;
  #userHandle = '';

  constructor({
    origin = 'http://shop.test',
    verifiesUser = true,
    counts = true,
  }: AuthenticatorOptions = {}) {
    this.origin = origin;
    this.verifiesUser = verifiesUser;
    this.#counts = counts;
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#publicKey = publicKey.export({ format: 'jwk' });
    this.#privateKey = privateKey;
  }

  /** What `navigator.credentials.create` gives. */
  create({ challenge, rp, user }: CreationOptions) {
    this.#userHandle = user.id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, this.#coseKey()]);
    const authData = Buffer.concat([this.#head(rp.id, FLAGS.attested), attested]);
    const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', new Uint8Array(authData)],
    ]);
    return this.#credential({
      clientDataJSON: this.#clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** What `navigator.credentials.get` gives. */
  get({ challenge, rpId }: RequestOptions) {
    const clientData = this.#clientData('webauthn.get', challenge);
    const authData = this.#head(rpId, 0);
    const hash = createHash('sha256').update(clientData).digest();
    const signature = sign('sha256', Buffer.concat([authData, hash]), this.#privateKey);
    return this.#credential({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: this.#userHandle,
    });
  }

  #credential<Response>(response: Response) {
    const id = this.#id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response } as const;
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }),
    );
  }

  /** The relying party, what was done, and the counter. */
  #head(rpId = '', more: number): Buffer {
    if (this.#counts) this.counter++;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = FLAGS.present | (this.verifiesUser ? FLAGS.verified : 0) | more;
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([flags]),
      counter,
    ]);
  }

  /** RFC 9053: EC2, ES256, P-256. */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#publicKey;
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    return Buffer.from(isoCBOR.encode(key as never));
  }
}
