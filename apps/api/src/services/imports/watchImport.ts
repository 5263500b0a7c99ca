import type { ImportState } from '../../domains/imports.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ImportsDeps } from './deps.ts';
import { getImport, type CatalogImport } from './findImports.ts';

/** A notification may be lost, so it is read again from time to time. */
const POLL_MS = 15_000;

const final: ReadonlySet<ImportState> = new Set(['done', 'failed', 'canceled']);

/** Whether nothing more happens to it. */
export const isFinal = ({ state }: Pick<CatalogImport, 'state'>) => final.has(state);

/**
 * The import as it is, and again each time when it has changed, until it has ended or the signal is
 * aborted. A slow reader has the newest state next, and none between.
 */
export async function* watchImport(
  { eventBus }: Pick<ImportsDeps, 'eventBus'>,
  ctx: Context,
  { id, signal }: { readonly id: string; readonly signal: AbortSignal },
): AsyncGenerator<CatalogImport> {
  let hasChanged = true;
  let wake = () => {};
  const poke = () => {
    hasChanged = true;
    wake();
  };
  const subscriptions = [
    eventBus.on('import.changed', (changed) => (changed.id === id ? poke() : undefined)),
    eventBus.on('bus.reconnected', poke),
  ];
  const poll = setInterval(poke, POLL_MS).unref();
  signal.addEventListener('abort', poke);
  let told = '';
  try {
    for (; !signal.aborted;) {
      hasChanged = false;
      const found = await findImport(ctx, id);
      if (!found) return;
      const text = JSON.stringify(found);
      if (text !== told) yield found;
      told = text;
      if (isFinal(found)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      // It may have changed while the client took what was before.
      if (!hasChanged) await promise;
    }
  } finally {
    clearInterval(poll);
    for (const unsubscribe of subscriptions) unsubscribe();
    signal.removeEventListener('abort', poke);
  }
}

/** Undefined once it is purged. */
async function findImport(ctx: Context, id: string): Promise<CatalogImport | undefined> {
  try {
    return await getImport(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined;
    throw error;
  }
}
