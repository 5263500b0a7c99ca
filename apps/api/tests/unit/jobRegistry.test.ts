import { expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { jobs, schedules } from '../../src/jobs/registry.ts';
import { subscribers } from '../../src/events/subscribers.ts';

const folder = path.join(import.meta.dirname, '../../src/jobs');
const names = jobs.map(({ name }) => name);

/** What a job module exports that is a job. */
async function jobsIn(file: string): Promise<string[]> {
  const exports = (await import(path.join(folder, file))) as Record<string, unknown>;
  return Object.values(exports).flatMap((value) =>
    typeof value === 'object' && value !== null && 'run' in value && 'name' in value
      ? [String(value.name)]
      : [],
  );
}

test('every job file holds one job, of the same name, and the registry has it', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.job.ts'));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    expect(await jobsIn(file)).toEqual([file.replace('.job.ts', '')]);
    expect(names).toContain(file.replace('.job.ts', ''));
  }
});

test('job names are unique', () => {
  expect(names).toEqual([...new Set(names)]);
});

test('every subscriber and every schedule has its job in the registry', () => {
  for (const { job } of subscribers) expect(names).toContain(job.name);
  for (const { job } of schedules) expect(names).toContain(job.name);
});
