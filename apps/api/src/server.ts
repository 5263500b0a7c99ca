import { requireNodeVersion } from './processes/nodeVersion.ts';

requireNodeVersion();
const { runHttpWorker } = await import('./processes/httpWorker.ts');
await runHttpWorker();
