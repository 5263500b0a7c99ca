import type { AuditService } from '../audit.service.ts';
import type { CatalogImportService } from '../catalogImport.service.ts';
import type { EventBus } from '../eventBus.service.ts';
import type { MediaService } from '../media.service.ts';
import type { QueueService } from '../queue.service.ts';
import type { StorageService } from '../storage.service.ts';

export interface ImportsDeps {
  readonly audit: Pick<AuditService, 'record'>;
  readonly catalogImport: CatalogImportService;
  readonly eventBus: Pick<EventBus, 'on'>;
  readonly media: Pick<MediaService, 'queueLinkedPictures'>;
  readonly queue: Pick<QueueService, 'enqueue'>;
  readonly storage: Pick<StorageService, 'get' | 'head' | 'list' | 'move' | 'put' | 'remove'>;
  /** Of the shop: ISO 4217. */
  readonly currency: string;
  readonly cursorSecret: string;
}
