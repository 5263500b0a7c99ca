import { keepCompiledModules } from './processes/compileCache.ts';
import { requireNodeVersion } from './processes/nodeVersion.ts';

requireNodeVersion();
keepCompiledModules();
const { runJobWorker } = await import('./processes/jobWorker.ts');
await runJobWorker();
