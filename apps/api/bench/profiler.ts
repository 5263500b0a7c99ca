import { Session } from 'node:inspector/promises';

const INTERVAL_US = 500;

const session = new Session();

/** Starts sampling this process's stack. */
export async function startProfile(): Promise<null> {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL_US });
  await session.post('Profiler.start');
  return null;
}

/** @returns the profile that `node --cpu-prof` would write. */
export async function stopProfile(): Promise<object> {
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return profile;
}
