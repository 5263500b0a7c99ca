import { keepCompiledModules } from './processes/compileCache.ts';
import { requireNodeVersion } from './processes/nodeVersion.ts';

requireNodeVersion();
keepCompiledModules();
const { runHttpWorker } = await import('./processes/httpWorker.ts');
await runHttpWorker();
