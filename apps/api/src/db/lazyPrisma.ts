type Call = (...args: readonly unknown[]) => unknown;
type Loaded = Readonly<Record<string, Call & Readonly<Record<string, Call>>>>;

/** How to make a call: directly, or through the connection of a transaction. */
type Run = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * Prisma's client as far as its results are awaited: its models' operations, and `$queryRaw` and
 * the like. The first call loads the client. What Prisma offers on a promise that is not awaited
 * (`prisma.order.findUnique(…).items()`) is missing.
 * @param load returns the same client each time.
 */
export function loadOnFirstCall<Client>(
  load: () => Promise<Client>,
  run: Run = (call) => call(),
): Client {
  const client = async () => (await load()) as unknown as Loaded;
  const model = (name: string) =>
    calls((operation) => async (...args: unknown[]) => {
      const loaded = (await client())[name];
      if (operation.startsWith('findUnique')) await ownTick();
      // Awaited in here: Prisma's promises are lazy and would start after `run` has ended.
      return run(async () => await loaded?.[operation]?.(...args));
    });
  return calls((name) =>
    name.startsWith('$')
      ? async (...args: unknown[]) => {
          const loaded = await client();
          return run(async () => await loaded[name]?.(...args));
        }
      : model(name),
  ) as unknown as Client;
}

let lastTick = Promise.resolve();

/**
 * Prisma joins the `findUnique` calls of one tick into one query on one connection, even across
 * transactions, which would then read through another's connection. So each call has a separate
 * tick.
 */
function ownTick(): Promise<void> {
  const mine = lastTick;
  lastTick = mine.then(() => new Promise((resolve) => setImmediate(resolve)));
  return mine;
}

/** A Proxy whose every member is `make(name)`, and which is no promise. */
function calls(make: (name: string) => unknown): object {
  return new Proxy(
    {},
    { get: (_, name) => (typeof name === 'string' && name !== 'then' ? make(name) : undefined) },
  );
}
