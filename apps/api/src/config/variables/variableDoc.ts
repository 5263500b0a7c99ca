import { z } from 'zod';

/** The documentation of a variable. */
export interface VariableDoc {
  group: string;
  description: string;
  /** The default in words; absent when there is none. */
  default?: string;
  example: string;
  /** Secrets are never echoed in a problem report and may be given as `NAME_FILE`. */
  secret?: true;
  /** Passed from the primary to its children; not for people, so omitted from the documents. */
  internal?: true;
}

/**
 * The documentation of every variable, from which `.env.example` and the README's table are
 * generated.
 */
export const documentation = z.registry<VariableDoc>();
