import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Scene, Scenes } from './scene.ts';

/** The scenes of every `<stem>.scenes.ts`, by the name of their request. */
export async function loadScenes(): Promise<[name: string, scene: Scene][]> {
  const folder = import.meta.dirname;
  const files = (await readdir(folder)).filter((name) => name.endsWith('.scenes.ts')).sort();
  const modules = await Promise.all(
    files.map((file) => import(path.join(folder, file)) as Promise<{ scenes: Scenes }>),
  );
  return modules.flatMap(({ scenes }) => Object.entries(scenes));
}
