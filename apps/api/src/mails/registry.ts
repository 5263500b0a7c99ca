import { assertUnique } from '../domains/collect.ts';
import { wiring } from '../domains/wiring.ts';
import type { Content } from './content.ts';

let contents: Promise<readonly Content[]> | undefined;

/** Loads what every mail reads and says: for the job worker when it sends the first, and for the preview. */
export function loadContents(): Promise<readonly Content[]> {
  return (contents ??= load());
}

async function load(): Promise<readonly Content[]> {
  const loads = wiring.flatMap((domain) => domain.mails ?? []);
  const modules = await Promise.all(loads.map((load) => load()));
  const found = modules.flatMap((module) => module.contents);
  assertUnique(
    found.map(({ mail }) => mail.name),
    'mails',
  );
  return found;
}

/** Loads what one mail reads and says. @throws {Error} when there is no mail of this name. */
export async function loadContent(name: string): Promise<Content> {
  const content = (await loadContents()).find(({ mail }) => mail.name === name);
  if (!content) throw new Error(`There is no mail "${name}"`);
  return content;
}
