import type { Prisma } from './client.ts';

type Call = (...args: readonly unknown[]) => unknown;
type Loaded = Readonly<Record<string, Call & Readonly<Record<string, Call>>>>;

/**
 * Prisma's client as far as it is awaited: its models' operations and `$queryRaw` with its like.
 * The client is loaded by the first of them. What Prisma offers on a promise that is not awaited
 * (`prisma.order.findUnique(…).items()`) is not there.
 * @param load gives the same client each time.
 */
export function loadedAtFirstCall(load: () => Promise<unknown>): Prisma {
  const client = async () => (await load()) as Loaded;
  const model = (name: string) =>
    calls(
      (operation) =>
        async (...args: unknown[]) =>
          (await client())[name]?.[operation]?.(...args),
    );
  return calls((name) =>
    name.startsWith('$')
      ? async (...args: unknown[]) => (await client())[name]?.(...args)
      : model(name),
  ) as unknown as Prisma;
}

/** An object whose every member is what `make` gives for its name; it is no promise. */
function calls(make: (name: string) => unknown): object {
  return new Proxy(
    {},
    { get: (_, name) => (typeof name === 'string' && name !== 'then' ? make(name) : undefined) },
  );
}
