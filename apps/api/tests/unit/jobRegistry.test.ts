import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { subscribers } from '../../src/events/subscribers.ts';
import { loadJobs } from '../../src/jobs/registry.ts';

const folder = path.join(import.meta.dirname, '../../src/jobs');
const stemsOf = async (suffix: string) =>
  (await readdir(folder))
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length));
const jobs = await loadJobs();
const names = jobs.map(({ name }) => name);

/** The job that a module exports. */
async function jobsIn(file: string): Promise<string[]> {
  const exports = (await import(path.join(folder, file))) as Record<string, unknown>;
  return Object.values(exports).flatMap((value) =>
    typeof value === 'object' && value !== null && 'maxAttempts' in value && 'name' in value
      ? [String(value.name)]
      : [],
  );
}

test('every job file holds one job, of the same name, and the registry has it', async () => {
  const stems = await stemsOf('.job.ts');
  expect(stems.length).toBeGreaterThan(3);
  for (const stem of stems) expect(await jobsIn(`${stem}.job.ts`)).toEqual([stem]);
  expect([...names].sort()).toEqual(stems.sort());
});

test('every job has its handler in a separate file beside it', async () => {
  expect((await stemsOf('.handler.ts')).sort()).toEqual([...names].sort());
});

test('job names are unique', () => {
  expect(names).toEqual([...new Set(names)]);
});

test('every subscriber has its job in the registry, and some jobs have a schedule', () => {
  for (const { job } of subscribers) expect(names).toContain(job.name);
  expect(jobs.filter(({ cron }) => cron !== undefined).length).toBeGreaterThan(4);
});
