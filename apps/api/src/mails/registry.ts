import { assertUnique } from '../domains/collect.ts';
import { wiring } from '../domains/wiring.ts';
import type { Content } from './content.ts';

/** Loads what every mail reads and says: for the job worker when it sends the first, and for the preview. */
export async function loadContents(): Promise<readonly Content[]> {
  const loads = wiring.flatMap((domain) => domain.mails ?? []);
  const modules = await Promise.all(loads.map((load) => load()));
  const contents = modules.flatMap((module) => module.contents);
  assertUnique(
    contents.map(({ mail }) => mail.name),
    'mails',
  );
  return contents;
}

/** Loads what one mail reads and says. @throws {Error} when there is no mail of this name. */
export async function loadContent(name: string): Promise<Content> {
  const content = (await loadContents()).find(({ mail }) => mail.name === name);
  if (!content) throw new Error(`There is no mail "${name}"`);
  return content;
}
