import { requireNodeVersion } from './processes/nodeVersion.ts';

requireNodeVersion();
const { runPrimary } = await import('./processes/primary.ts');
await runPrimary();
