import { keepCompiledModules } from './processes/compileCache.ts';
import { requireNodeVersion } from './processes/nodeVersion.ts';
import { loadZodInEnglish } from './processes/zodInEnglish.ts';

requireNodeVersion();
keepCompiledModules();
await loadZodInEnglish();
const { runHttpWorker } = await import('./processes/httpWorker.ts');
await runHttpWorker();
