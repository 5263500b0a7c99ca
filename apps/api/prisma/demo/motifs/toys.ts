import { ellipse, group, line, path, rect, repeat, tint } from '../svg.ts';
import type { Motif } from '../svg.ts';

export const blocks: Motif = ({ main, accent }) =>
  rect([180, 500, 140, 140], main, 10) +
  rect([330, 500, 140, 140], '#e5c07b', 10) +
  rect([480, 500, 140, 140], accent, 10) +
  rect([255, 352, 140, 140], '#7fa08c', 10) +
  rect([405, 352, 140, 140], tint(main, 0.3), 10) +
  path('M330 344 L400 210 L470 344 Z', tint(accent, 0.15)) +
  ellipse([250, 570, 38, 38], tint(main, 0.45)) +
  rect([366, 536, 68, 68], '#b98d45', 6) +
  path('M550 530 l40 76 h-80 Z', tint(accent, 0.5)) +
  path('M300 392 h50 v60 h-50 Z', '#cfe0d4') +
  ellipse([475, 422, 34, 34], main);

export const kite: Motif = ({ main, accent }) =>
  group(
    'rotate(18 400 330)',
    path('M400 80 L570 300 L400 560 L230 300 Z', main) +
      path('M400 80 L570 300 L400 300 Z M400 300 L400 560 L230 300 Z', accent) +
      line('M400 80 V560 M230 300 H570', tint(main, -0.35), 7),
  ) +
  line('M330 545 Q420 600 350 660 Q280 710 380 760', tint(main, -0.3), 6) +
  path('M372 600 l40 -18 l-4 44 Z M360 640 l-44 -8 l16 40 Z M330 700 l-40 10 l30 28 Z', accent);

export const sailboat: Motif = ({ main, accent }) =>
  rect([392, 130, 16, 390], '#8a6a4f', 8) +
  path('M380 160 V480 H200 Q300 340 380 160 Z', '#fdf8ee') +
  path('M420 200 V480 H580 Q510 320 420 200 Z', accent) +
  path('M408 130 L480 156 L408 182 Z', main) +
  path('M150 510 H650 Q620 640 520 640 H280 Q180 640 150 510 Z', main) +
  path('M150 510 H650 L640 546 H160 Z', tint(main, 0.3)) +
  repeat(3, (n) => ellipse([300 + n * 100, 590, 18, 18], tint(main, 0.55)));

const top = (main: string, accent: string): string =>
  rect([190, 20, 20, 120], '#8a6a4f', 10) +
  path('M60 160 Q200 90 340 160 Q330 260 200 360 Q70 260 60 160 Z', main) +
  path('M66 200 Q200 250 334 200 L318 236 Q200 284 82 236 Z', accent) +
  ellipse([200, 152, 138, 34], tint(main, 0.3)) +
  path('M188 346 H212 L200 384 Z', '#8a6a4f');

export const spinningTops: Motif = ({ main, accent }) =>
  group('translate(40 300) rotate(-10 200 360) scale(0.85)', top(main, accent)) +
  group('translate(420 300) rotate(12 200 360) scale(0.85)', top(accent, main)) +
  group('translate(240 120) scale(0.8)', top('#7fa08c', '#e5c07b'));

export const bear: Motif = ({ main, accent }) =>
  ellipse([320, 610, 70, 44], tint(main, -0.12)) +
  ellipse([480, 610, 70, 44], tint(main, -0.12)) +
  ellipse([270, 470, 48, 96], tint(main, -0.12)) +
  ellipse([530, 470, 48, 96], tint(main, -0.12)) +
  ellipse([400, 510, 140, 136], main) +
  ellipse([400, 525, 86, 90], tint(main, 0.35)) +
  ellipse([300, 190, 56, 56], main) +
  ellipse([500, 190, 56, 56], main) +
  ellipse([300, 192, 30, 30], tint(main, 0.35)) +
  ellipse([500, 192, 30, 30], tint(main, 0.35)) +
  ellipse([400, 290, 146, 130], main) +
  ellipse([400, 332, 66, 54], tint(main, 0.45)) +
  ellipse([400, 308, 24, 17], '#3f332d') +
  line('M400 324 V348 M376 358 Q400 376 424 358', '#3f332d', 6) +
  ellipse([346, 270, 13, 14], '#3f332d') +
  ellipse([454, 270, 13, 14], '#3f332d') +
  path('M400 412 Q320 370 316 420 Q320 466 400 420 Q480 466 484 420 Q480 370 400 412 Z', accent) +
  ellipse([400, 417, 18, 18], tint(accent, -0.2));

const PIECE =
  'M0 0 H60 Q50 -44 80 -44 Q110 -44 100 0 H160 V60 Q204 50 204 80 Q204 110 160 100 V160 H0 Z';

export const jigsaw: Motif = ({ main, accent }) =>
  group('translate(206 420) scale(1.2)', path(PIECE, main)) +
  group(
    'translate(398 420) scale(1.2)',
    path('M0 0 H160 V160 H0 V100 Q44 110 44 80 Q44 50 0 60 Z', accent),
  ) +
  group(
    'translate(206 228) scale(1.2)',
    path('M0 0 H160 V160 H100 Q110 116 80 116 Q50 116 60 160 H0 Z', '#7fa08c'),
  ) +
  group('translate(450 160) rotate(16) scale(1.2)', path(PIECE, '#e5c07b')) +
  repeat(3, (n) => line(`M${240 + n * 6} ${300 + n * 26} q20 -14 40 0 q20 14 40 0`, '#cfe0d4', 6));
