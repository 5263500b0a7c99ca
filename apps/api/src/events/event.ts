import type { z } from 'zod';

export type EventSchemas = Readonly<Record<string, z.ZodType>>;

/** An event of one of these types, as its subscribers get it. */
export type EventOf<Schemas extends EventSchemas, Type extends keyof Schemas> = {
  [T in Type]: { readonly id: string; readonly type: T; readonly payload: z.output<Schemas[T]> };
}[Type];
