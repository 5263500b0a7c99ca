import type { RemoteFiles } from '../../ports/remoteFiles.ts';
import type { AuditService } from '../audit.service.ts';
import type { QueueService } from '../queue.service.ts';
import type { StorageService } from '../storage.service.ts';
import type { WorkerService } from '../worker.service.ts';

export interface MediaDeps {
  readonly audit: Pick<AuditService, 'record'>;
  readonly queue: Pick<QueueService, 'enqueue'>;
  /** Loaded when it is first needed, which is rare. */
  readonly remoteFiles: () => Promise<RemoteFiles>;
  readonly storage: StorageService;
  readonly worker: Pick<WorkerService, 'run'>;
  readonly cursorSecret: string;
  /** A folder of this machine for files while they are looked at; made when it is first needed. */
  readonly workFolder: string;
}
