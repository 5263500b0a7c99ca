import {
  createCartwright,
  createStorageStore,
  isProblem,
  type CardConsent,
  type Cart,
  type Cartwright,
  type Challenge,
  type CheckoutResult,
  type PaymentMethodSetup,
  type SavedPaymentMethod,
  type SignInResult,
  type StepUp,
  type User,
} from '@cartwright/sdk';

/** The client of a storefront's pages: a shopper who reloads one is still signed in. */
export function openShop(baseUrl: string, storage: Pick<Storage, 'getItem' | 'setItem'>) {
  return createCartwright({ baseUrl, session: { store: createStorageStore(storage) } });
}

/**
 * Verifies an address, on the page that the mail leads to.
 * @param hash its `location.hash`
 * @returns the token with which the shopper chooses a password, where one must be chosen.
 */
export async function verifyAddress(shop: Cartwright, hash: string): Promise<string | undefined> {
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const { passwordReset } = await shop.auth.verifyEmail({ token });
  return passwordReset?.token;
}

/**
 * Signs in, with the cart that was filled before.
 * @param ask asks the shopper for a code of the app, or a backup code
 */
export async function signIn(
  shop: Cartwright,
  credentials: { email: string; password: string },
  cart: Pick<Cart, 'id'> | undefined,
  ask: (factors: Challenge['factors']) => Promise<string>,
): Promise<User> {
  const cartId = cart && { cartId: cart.id };
  const result = await shop.auth.signIn({ ...credentials, ...cartId });
  if (result.status === 'signed_in') return result.user;
  const code = await ask(result.challenge.factors);
  const answer = { code, rememberDevice: true, ...cartId };
  return (await shop.auth.answerChallenge(result.challenge, answer)).user;
}

/**
 * Begins a sign-in with a provider: one of `shop.auth.providers.list()`.
 * @param page to which the browser comes back
 * @returns where it goes now: `location.assign(…)`.
 */
export async function goToProvider(
  shop: Cartwright,
  provider: string,
  page: string,
  storage: Pick<Storage, 'setItem'>,
): Promise<string> {
  const { url, secret } = await shop.auth.providers.start(provider, { redirectTo: page });
  storage.setItem('provider-secret', secret);
  return url;
}

/**
 * Completes it on that page, with the cart that was filled before.
 * @param hash its `location.hash`
 */
export async function comeFromProvider(
  shop: Cartwright,
  hash: string,
  storage: Pick<Storage, 'getItem'>,
  cart?: Pick<Cart, 'id'>,
): Promise<SignInResult> {
  const answer = new URLSearchParams(hash.slice(1));
  const [code, secret] = [answer.get('code'), storage.getItem('provider-secret')];
  if (code === null || secret === null) throw new Error(answer.get('error') ?? 'not begun here');
  return shop.auth.providers.exchange({ code, secret, ...(cart && { cartId: cart.id }) });
}

/**
 * Makes a call that needs a fresh proof of who calls, and asks the shopper for it only where the shop does.
 * @param prove asks for a code, a passkey, or the password of those who have neither
 */
export async function withProof<T>(
  shop: Cartwright,
  prove: () => Promise<StepUp>,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isProblem(error, 'factor_required')) throw error;
    await shop.auth.factors.stepUp(await prove());
    return call();
  }
}

/**
 * Saves a card for the next orders.
 * @param consent the text beside the box that the shopper has ticked, and its version
 * @param confirm shows the form of Stripe.js: `stripe.confirmSetup({ elements, clientSecret, … })`
 */
export async function saveCard(
  shop: Cartwright,
  consent: CardConsent,
  confirm: (setup: PaymentMethodSetup) => Promise<void>,
): Promise<SavedPaymentMethod> {
  const setup = await shop.me.paymentMethods.setup(consent);
  await confirm(setup);
  return shop.me.paymentMethods.save(setup.setupIntentId);
}

/** Buys for a company location, with its own order number. @returns nothing where it needs approval. */
export async function buyForCompany(
  shop: Cartwright,
  cart: Cart,
  company: { companyLocationId: string; purchaseOrderNumber?: string },
): Promise<CheckoutResult | undefined> {
  const order = await shop.carts.update(cart, company);
  try {
    return await shop.carts.checkout(order, { paymentProvider: 'manual' });
  } catch (error) {
    if (isProblem(error, 'approval_required')) return undefined;
    throw error;
  }
}

/** Asks for a copy of all data, and waits for it. @returns where to fetch the zip, for some minutes. */
export async function exportMyData(shop: Cartwright, patienceMs = 60_000): Promise<string> {
  const { id } = await shop.me.dataExport.request();
  for (const end = Date.now() + patienceMs; ;) {
    const { download } = await shop.me.dataExport.get(id);
    if (download) return download.url;
    if (Date.now() > end) throw new Error('The copy takes a while; a mail will bring the link.');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
