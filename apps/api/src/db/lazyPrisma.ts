type Call = (...args: readonly unknown[]) => unknown;
type Loaded = Readonly<Record<string, Call & Readonly<Record<string, Call>>>>;

/** How a call is made: as it is, or led to the connection of a transaction. */
type Run = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * Prisma's client as far as it is awaited: its models' operations and `$queryRaw` with its like.
 * The client is loaded by the first of them. What Prisma offers on a promise that is not awaited
 * (`prisma.order.findUnique(…).items()`) is not there.
 * @param load gives the same client each time.
 */
export function loadedAtFirstCall<Client>(
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
 * Prisma joins the `findUnique` calls of one tick into one query on one connection, those of other
 * transactions too, which then read what that connection sees. So each has a tick of its own.
 */
function ownTick(): Promise<void> {
  const mine = lastTick;
  lastTick = mine.then(() => new Promise((resolve) => setImmediate(resolve)));
  return mine;
}

/** An object whose every member is what `make` gives for its name; it is no promise. */
function calls(make: (name: string) => unknown): object {
  return new Proxy(
    {},
    { get: (_, name) => (typeof name === 'string' && name !== 'then' ? make(name) : undefined) },
  );
}
