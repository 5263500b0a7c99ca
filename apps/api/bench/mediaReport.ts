import type { MediaFigures } from './media.ts';
import { percentiles, spread } from './readReport.ts';
import { table } from './table.ts';

export function mediaTable(figures: MediaFigures): string {
  const { idleMs, busyMs } = figures;
  const loops = `${figures.idleLoopMs.toFixed(1)} / ${figures.busyLoopMs.toFixed(1)}`;
  return table(
    [`a photo of ${figures.megapixels} megapixels`, ''],
    [
      ['requests to the API', String(figures.requests)],
      ['CPU of the HTTP worker for the upload, ms (min–max)', spread(figures.uploadCpuMs, 0)],
      [
        `CPU of the job worker for ${figures.derivatives} derivatives, ms (min–max)`,
        spread(figures.shopCpuMs, 0),
      ],
      ['a bare script from the photo for each, ms (min–max)', spread(figures.floorCpuMs, 0)],
      ['ratio of CPU (min–max)', spread(figures.ratio, 2)],
      ['warm reads at rest, ms p50/p95/p99', percentiles(idleMs)],
      ['meanwhile, ms p50/p95/p99', percentiles(busyMs)],
      [
        'ratio of p50 / p99',
        [busyMs.p50 / idleMs.p50, busyMs.p99 / idleMs.p99].map((n) => n.toFixed(2)).join(' / '),
      ],
      ['event loop delay p99 of the HTTP worker, at rest / meanwhile, ms', loops],
    ],
  );
}
