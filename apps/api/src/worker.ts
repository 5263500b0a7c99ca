import { requireNodeVersion } from './processes/nodeVersion.ts';

requireNodeVersion();
const { runJobWorker } = await import('./processes/jobWorker.ts');
await runJobWorker();
