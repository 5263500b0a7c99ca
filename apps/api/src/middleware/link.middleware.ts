import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Express, RequestHandler } from 'express';

/** A request that is answered from the cache, before Express gets it (ADR 12). */
export interface FastCall {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly requestId: string;
  readonly ip: string | undefined;
  /** When the request came in, by `performance.now()`. */
  readonly started: number;
  /** The template of its route. */
  readonly route: unknown;
  /** Bytes of the body that is sent. */
  readonly bytes: number;
  /** The response's headers, names and values in turns; links append theirs. */
  readonly lines: string[];
}

/** What a link does for a cached response. */
type FastPath =
  | { readonly onFastPath: (call: FastCall) => void }
  /** Whether the response may be sent; where it may not, the chain gets the request and refuses it. */
  | { readonly admit: (call: FastCall) => Promise<boolean> }
  /** Nothing, for this reason. */
  | { readonly chainOnly: string };

/**
 * A link of the chain that requests pass before their route. It is declared once for both ways to a
 * response, so a way that is forgotten is a compile error.
 */
export type Link = FastPath & {
  /** Where the link applies; everywhere if left out. */
  readonly path?: string;
  readonly onChain: RequestHandler;
};

/** Puts the links into the Express chain, in their order. */
export function useLinks(app: Express, links: readonly Link[]): void {
  for (const { path = '/', onChain } of links) app.use(path, onChain);
}
