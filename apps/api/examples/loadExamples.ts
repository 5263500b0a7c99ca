import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ShopPlace } from './people.ts';
import type { Recorder } from './recorder.ts';

type Record = (recorder: Recorder, place: ShopPlace) => Promise<void>;

/** The recordings of each `<stem>.examples.ts` for its domain's operations. */
export async function loadExamples(): Promise<Record[]> {
  const folder = import.meta.dirname;
  const files = (await readdir(folder)).filter((name) => name.endsWith('.examples.ts')).sort();
  const modules = await Promise.all(
    files.map((file) => import(path.join(folder, file)) as Promise<{ record: Record }>),
  );
  return modules.map(({ record }) => record);
}
