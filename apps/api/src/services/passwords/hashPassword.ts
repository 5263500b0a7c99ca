import { normalPassword } from '../../utils/normalPassword.ts';
import {
  bcryptInput,
  dummyHash,
  formatHash,
  needsPrehash,
  parseHash,
  type StoredHash,
} from './hashForm.ts';
import type { HashQueue } from './hashQueue.ts';

interface HashDeps {
  /** The logarithm of bcrypt's rounds. */
  readonly cost: number;
  readonly inTurn: HashQueue;
}

interface Verification {
  readonly isRight: boolean;
  /** Whether the password is right and its hash costs less than new ones: store a new hash. */
  readonly needsRehash: boolean;
}

/**
 * Hashes a password for storage; each call has its own salt.
 * @throws {AppError} service_unavailable when too many hashes are being computed.
 */
export function hashPassword({ cost, inTurn }: HashDeps, password: string): Promise<string> {
  const bytes = bytesOf(password);
  return inTurn(async () => {
    const bcrypt = await loadBcrypt();
    const salt = await bcrypt.genSalt(cost, 'b');
    const hash = await bcrypt.hash(bcryptInput(bytes, salt), salt);
    return formatHash(hash, needsPrehash(bytes));
  });
}

/**
 * Compares a password with a stored hash. A wrong one takes as long whether there is a hash (null is
 * none: the account is unknown, or has no password), and whatever the hash has cost.
 * @throws {AppError} service_unavailable when too many hashes are being computed.
 */
export function verifyPassword(
  { cost, inTurn }: HashDeps,
  password: string,
  hash: string | null,
): Promise<Verification> {
  const bytes = bytesOf(password);
  const stored = hash === null ? undefined : parseHash(hash);
  const storedCost = stored?.cost ?? cost;
  const canBeRight = stored !== undefined && stored.isPrehashed === needsPrehash(bytes);
  return inTurn(async () => {
    const isEqual = await compare(bytes, canBeRight ? stored : dummyHash(storedCost));
    const isRight = canBeRight && isEqual;
    if (!isRight) await spendRest(bytes, storedCost, cost);
    return { isRight, needsRehash: isRight && storedCost < cost };
  });
}

/** Adds what a cheaper hash has saved: 2^a + 2^a + 2^(a+1) + … + 2^(b-1) is 2^b. */
async function spendRest(bytes: Buffer, spent: number, cost: number): Promise<void> {
  for (let each = spent; each < cost; each += 1) await compare(bytes, dummyHash(each));
}

async function compare(bytes: Buffer, { bcrypt: hash, salt }: StoredHash): Promise<boolean> {
  const bcrypt = await loadBcrypt();
  return bcrypt.compare(bcryptInput(bytes, salt), hash);
}

function bytesOf(password: string): Buffer {
  return Buffer.from(normalPassword(password));
}

/** A shop without accounts never loads it. */
async function loadBcrypt() {
  const { default: bcrypt } = await import('bcrypt');
  return bcrypt;
}
