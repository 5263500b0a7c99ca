import { browserOf, systemOf } from '../../utils/userAgent.ts';

/** Values of a message about a device. */
interface Device {
  /** Which of the names are known. */
  readonly kind: 'both' | 'browser' | 'system' | 'other';
  readonly browser: string;
  readonly system: string;
}

/**
 * What a client says of itself, by names that are known here. Nothing else of it goes into a mail: who
 * signs in chooses the text.
 */
export function deviceOf(userAgent: string): Device {
  const browser = browserOf(userAgent) ?? '';
  const system = systemOf(userAgent) ?? '';
  const one = browser ? 'browser' : system ? 'system' : 'other';
  return { kind: browser && system ? 'both' : one, browser, system };
}
