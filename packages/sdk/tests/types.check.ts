import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import {
  CartwrightProblem,
  createCartwright,
  isProblem,
  paginate,
  unwrap,
  type Cart,
  type Product,
} from '../src/index.ts';

/**
 * What must and what must not compile. Only `npm run typecheck` reads it: a line below
 * `@ts-expect-error` that compiles is an error.
 */
export async function neverRuns(): Promise<unknown[]> {
  const shop = createCartwright({ baseUrl: '' });
  const cart: Cart = await shop.carts.create({ items: [{ variantId: 'var_1', quantity: 1 }] });

  // The client makes the key of a checkout, in `api` as well.
  await shop.carts.checkout(cart, { paymentProvider: 'stripe' });
  await shop.api.POST('/api/v1/carts/{cartId}/checkout', {
    params: { path: { cartId: cart.id } },
    body: { paymentProvider: 'stripe' },
  });

  // @ts-expect-error: a provider that no shop has
  await shop.carts.checkout(cart, { paymentProvider: 'coins' });
  // @ts-expect-error: a filter that the document does not know
  await shop.products.page({ colour: 'red' });
  // @ts-expect-error: a route that the document does not have
  await shop.api.GET('/api/v1/cars');
  // @ts-expect-error: reading takes no key
  await shop.carts.get(cart, { idempotencyKey: 'mine' });

  // Whole products, but for those of which `fields` named a part.
  const whole: Product = await shop.products.get('mug');
  const { title } = await shop.products.get('mug', { fields: 'title' });
  const names: string[] = [];
  // @ts-expect-error: it may be missing
  names.push(title);
  for await (const product of shop.products.list({ fields: 'title' })) {
    // @ts-expect-error: it may be missing
    names.push(product.title);
  }

  // Any list of `api`, as the README has it.
  const jobs = paginate((cursor) =>
    unwrap(shop.api.GET('/api/v1/admin/jobs', { params: { query: cursor ? { cursor } : {} } })),
  );
  for await (const job of jobs) names.push(job.id);

  return [whole, names, nameOf(new Error('none'))];
}

/** Passkeys: the types of @simplewebauthn, and those that TypeScript has for browsers. */
export async function neverSignsIn(
  registration: RegistrationResponseJSON,
  assertion: AuthenticationResponseJSON,
): Promise<unknown[]> {
  const { auth } = createCartwright({ baseUrl: '' });
  const creation: PublicKeyCredentialCreationOptionsJSON = await auth.passkeys.creationOptions();
  const request: PublicKeyCredentialRequestOptionsJSON = await auth.passkeys.signInOptions();
  await auth.passkeys.add('Phone', registration);
  const result = await auth.passkeys.signIn(assertion);
  // @ts-expect-error: a sign-in may ask for a second factor first
  const { user } = result;
  if (result.status === 'factor_required') return [result.challenge.factors];
  try {
    await auth.answerChallenge({ token: '' }, { passkey: assertion });
  } catch (error) {
    if (isProblem(error, 'challenge_void')) return [error.code satisfies 'challenge_void'];
    // @ts-expect-error: a code that the document does not have
    if (isProblem(error, 'challenge_lost')) return [];
  }
  return [user, result.user, creation, request];
}

/** What saves a card and buys for a company. */
export async function neverSaves(): Promise<unknown[]> {
  const { auth, carts, me } = createCartwright({ baseUrl: '' });
  const { setupIntentId } = await me.paymentMethods.setup({ version: '1', text: 'Save my card.' });
  // @ts-expect-error: no card is saved without the text that the shopper has ticked
  await me.paymentMethods.setup({ version: '1' });
  const { id: paymentMethodId } = await me.paymentMethods.save(setupIntentId);
  await carts.checkout('cart_1', { paymentProvider: 'stripe', paymentMethodId });
  const [company] = await me.companies.list();
  await carts.update('cart_1', { companyLocationId: company?.locations[0]?.id ?? null });
  // @ts-expect-error: the code of a provider counts only with the secret that this browser has kept
  await auth.providers.exchange({ code: '' });
  const result = await auth.providers.exchange({ code: '', secret: '', cartId: 'cart_1' });
  return [result.status === 'factor_required' ? result.challenge : result.user];
}

function nameOf(error: unknown): string {
  if (!(error instanceof CartwrightProblem)) return 'unknown';
  switch (error.code) {
    case 'out_of_stock':
      return error.errors.map(({ path }) => path.toUpperCase()).join();
    // @ts-expect-error: a code that the document does not have
    case 'out_of_mugs':
      return '';
    default:
      return error.code;
  }
}
