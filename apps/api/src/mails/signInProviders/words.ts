import type { Words } from '../content.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

type Key = keyof typeof en;

export const words: Words<Key> = { de, en };
