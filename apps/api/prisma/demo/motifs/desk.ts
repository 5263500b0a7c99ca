import { ellipse, group, line, path, rect, repeat, tint } from '../svg.ts';
import type { Motif } from '../svg.ts';

export const notebook: Motif = ({ main, accent }) =>
  group(
    'rotate(-7 400 400)',
    rect([236, 176, 350, 470], tint(main, -0.3), 16) +
      rect([230, 170, 340, 466], '#fbf5e6', 12) +
      rect([222, 162, 340, 466], main, 16) +
      rect([222, 162, 52, 466], tint(main, -0.18), 16) +
      rect([500, 162, 18, 466], accent) +
      rect([310, 240, 160, 90], tint(main, 0.6), 8) +
      line('M332 272 h116 M332 298 h80', tint(main, -0.2), 6),
  );

export const sketchbook: Motif = ({ main, accent }) =>
  rect([190, 220, 420, 420], main, 14) +
  rect([210, 240, 380, 380], '#fbf5e6', 6) +
  repeat(12, (n) => rect([214 + n * 32, 196, 14, 50], '#8d969e', 7)) +
  line('M250 540 Q320 380 380 470 Q430 540 480 400 Q510 350 560 420', accent, 10) +
  ellipse([320, 340, 36, 36], tint(accent, 0.4)) +
  line('M250 575 H550', tint(main, 0.3), 6);

export const pen: Motif = ({ main, accent }) =>
  group(
    'rotate(40 400 400)',
    path('M372 620 H428 L404 720 H396 Z', tint(main, -0.25)) +
      rect([366, 130, 68, 500], main, 30) +
      rect([376, 150, 14, 460], tint(main, 0.4), 7) +
      rect([362, 380, 76, 26], accent, 8) +
      rect([436, 160, 16, 190], tint(main, -0.2), 8) +
      rect([380, 96, 40, 50], tint(main, -0.2), 12),
  );

const pencil = (color: string): string =>
  path('M0 0 H44 V360 H0 Z', color) +
  rect([15, 0, 14, 360], tint(color, 0.2)) +
  path('M0 0 L22 -72 L44 0 Z', '#e8c79a') +
  path('M14 -46 L22 -72 L30 -46 Z', '#4a4038') +
  rect([-2, 356, 48, 34], '#b8bec4') +
  rect([0, 386, 44, 40], '#d88a86', 10);

export const pencils: Motif = ({ main, accent }) =>
  [-14, -7, 0, 7, 14]
    .map((angle, n) =>
      group(
        `rotate(${angle} 400 900) translate(378 ${210 + Math.abs(n - 2) * 6})`,
        pencil(n % 2 ? accent : main),
      ),
    )
    .join('') + group('translate(0 0)', rect([250, 470, 300, 60], tint(main, -0.35), 12));

export const cards: Motif = ({ main, accent }) =>
  group('rotate(-9 400 420)', rect([180, 270, 400, 290], tint(main, -0.15), 8)) +
  group(
    'rotate(5 400 420)',
    rect([210, 290, 410, 300], '#fdf8ee', 8) +
      path(
        'M210 298 L415 460 L620 298 Q620 290 612 290 H218 Q210 290 210 298 Z',
        tint(main, 0.35),
      ) +
      line('M212 300 L415 460 L618 300', tint(main, -0.05), 6) +
      ellipse([415, 456, 40, 40], accent) +
      ellipse([415, 456, 26, 26], tint(accent, -0.2)),
  );

export const ink: Motif = ({ main, accent }) =>
  rect([330, 200, 140, 110], '#3f3a38', 14) +
  rect([345, 300, 110, 50], '#dfe5e8') +
  path(
    'M250 350 H550 Q590 350 590 390 V600 Q590 640 550 640 H250 Q210 640 210 600 V390 Q210 350 250 350 Z',
    '#e9eef0',
  ) +
  path('M228 420 H572 V596 Q572 622 546 622 H254 Q228 622 228 596 Z', main) +
  rect([300, 450, 200, 120], '#fbf5e6', 8) +
  path('M400 468 Q440 520 400 552 Q360 520 400 468 Z', accent);

export const book: Motif = ({ main, accent }) =>
  group(
    'rotate(6 400 400)',
    rect([250, 150, 340, 480], tint(main, -0.35), 10) +
      rect([246, 158, 330, 470], '#f7efdc', 6) +
      rect([222, 140, 340, 480], main, 12) +
      rect([222, 140, 40, 480], tint(main, -0.2), 12) +
      rect([300, 190, 224, 8], accent, 4) +
      rect([300, 560, 224, 8], accent, 4) +
      rect([322, 224, 180, 18], tint(main, 0.7), 9) +
      rect([352, 256, 120, 14], tint(main, 0.7), 7) +
      ellipse([412, 410, 84, 84], accent) +
      path('M412 350 Q470 410 412 480 Q354 410 412 350 Z', tint(main, 0.65)) +
      line('M412 372 V500', main, 6),
  );
