import { ellipse, group, line, path, rect, repeat, tint } from '../svg.ts';
import type { Motif } from '../svg.ts';

const TORSO =
  'M290 200 Q400 250 510 200 L560 225 L545 330 L540 630 Q400 650 260 630 L255 330 L240 225 Z';
const SHORT_SLEEVES =
  'M292 200 L235 222 L160 345 L235 392 L270 330 Z M508 200 L565 222 L640 345 L565 392 L530 330 Z';
const LONG_SLEEVES =
  'M292 200 L225 226 Q170 400 150 580 L222 596 L280 350 Z M508 200 L575 226 Q630 400 650 580 L578 596 L520 350 Z';

export const tee: Motif = ({ main }) =>
  path(SHORT_SLEEVES, tint(main, -0.12)) +
  path(TORSO, main) +
  line('M302 205 Q400 300 498 205', tint(main, -0.25), 14) +
  line('M262 600 Q400 620 538 600', tint(main, -0.15), 4) +
  path('M455 330 h55 v50 q-27 22 -55 0 Z', tint(main, 0.15));

export const longSleeve: Motif = ({ main, accent }) =>
  path(LONG_SLEEVES, tint(main, -0.12)) +
  path(TORSO, main) +
  repeat(6, (n) =>
    line(`M262 ${320 + n * 50} Q400 ${338 + n * 50} 538 ${320 + n * 50}`, accent, 14),
  ) +
  line('M302 205 Q400 290 498 205', tint(main, -0.25), 14);

export const jumper: Motif = ({ main }) =>
  path(LONG_SLEEVES, tint(main, -0.12)) +
  path(TORSO, main) +
  rect([335, 178, 130, 60], tint(main, -0.15), 26) +
  repeat(
    3,
    (n) =>
      line(
        `M${330 + n * 70} 270 q18 28 0 56 q-18 28 0 56 q18 28 0 56 q-18 28 0 56 q18 28 0 56`,
        tint(main, -0.2),
        8,
      ) +
      line(
        `M${330 + n * 70} 270 q-18 28 0 56 q18 28 0 56 q-18 28 0 56 q18 28 0 56 q-18 28 0 56`,
        tint(main, 0.25),
        8,
      ),
  ) +
  rect([256, 590, 288, 48], tint(main, -0.15), 14) +
  repeat(13, (n) => line(`M${272 + n * 21} 600 v28`, tint(main, -0.3), 4));

export const cardigan: Motif = ({ main, accent }) =>
  path(LONG_SLEEVES, tint(main, -0.12)) +
  path(TORSO, main) +
  path('M302 203 L400 420 L498 203 Q400 250 302 203 Z', tint(main, -0.35)) +
  line('M302 203 L398 420 V638 M498 203 L402 420', tint(main, -0.22), 18) +
  repeat(4, (n) => ellipse([400, 445 + n * 48, 10, 10], accent)) +
  path('M285 490 h80 v80 q-40 14 -80 0 Z M435 490 h80 v80 q-40 14 -80 0 Z', tint(main, -0.1));

export const shirt: Motif = ({ main, accent }) =>
  path(LONG_SLEEVES, tint(main, -0.1)) +
  path(TORSO, main) +
  path(
    'M318 196 L400 262 L345 306 L296 208 Z M482 196 L400 262 L455 306 L504 208 Z',
    tint(main, 0.3),
  ) +
  line('M400 270 V638', tint(main, -0.18), 6) +
  repeat(6, (n) => ellipse([400, 320 + n * 54, 8, 8], accent)) +
  path('M440 350 h70 v64 l-35 20 l-35 -20 Z', tint(main, -0.1));

export const scarf: Motif = ({ main, accent }) =>
  path('M250 250 Q400 170 550 250 Q590 330 540 400 Q400 320 260 400 Q210 330 250 250 Z', main) +
  path('M270 300 Q400 230 530 300 Q510 350 500 372 Q400 320 300 372 Z', tint(main, -0.2)) +
  path('M300 360 L420 380 L380 600 L260 590 Z', tint(main, -0.08)) +
  path('M430 350 L520 380 L560 560 L450 580 Z', main) +
  repeat(3, (n) => line(`M${294 - n * 9} ${430 + n * 50} l112 12`, accent, 16)) +
  repeat(3, (n) => line(`M${448 + n * 4} ${430 + n * 45} l${90 + n * 3} -18`, accent, 16)) +
  repeat(6, (n) => line(`M${268 + n * 21} ${592 + n * 2} l-6 40`, tint(main, -0.15), 8)) +
  repeat(6, (n) => line(`M${458 + n * 19} ${578 - n * 4} l4 40`, tint(main, -0.15), 8));

export const beanie: Motif = ({ main, accent }) =>
  ellipse([400, 200, 52, 52], accent) +
  path('M215 520 Q215 230 400 230 Q585 230 585 520 Z', main) +
  repeat(7, (n) =>
    line(
      `M${400 + (n - 3) * 16} 245 Q${400 + (n - 3) * 50} 350 ${400 + (n - 3) * 56} 510`,
      tint(main, -0.14),
      8,
    ),
  ) +
  rect([195, 490, 410, 120], tint(main, 0.14), 30) +
  repeat(18, (n) => line(`M${218 + n * 21.5} 508 v84`, tint(main, -0.08), 5));

const sock = (main: string, accent: string): string =>
  path(
    'M300 190 h130 v230 q0 40 60 90 q50 50 20 90 q-30 36 -90 10 l-100 -80 q-30 -30 -26 -90 Z',
    main,
  ) +
  rect([294, 180, 142, 60], accent, 14) +
  path('M452 470 q70 40 66 92 q-8 60 -80 54 q-20 -90 14 -146 Z', accent) +
  repeat(3, (n) => line(`M306 ${280 + n * 44} h118`, tint(main, -0.18), 8));

export const socks: Motif = ({ main, accent }) =>
  group('translate(-80 20)', sock(tint(main, -0.15), tint(accent, -0.1))) +
  group('translate(70 20)', sock(main, accent));

export const tote: Motif = ({ main, accent }) =>
  line('M310 330 Q310 150 400 150 Q490 150 490 330', tint(main, -0.25), 22) +
  path('M215 310 H585 L610 640 H190 Z', main) +
  path('M215 310 H585 L588 350 H212 Z', tint(main, -0.12)) +
  path('M400 560 Q300 500 320 430 Q350 380 400 430 Q450 380 480 430 Q500 500 400 560 Z', accent);

export const apron: Motif = ({ main, accent }) =>
  line('M320 220 Q330 120 400 120 Q470 120 480 220', tint(main, -0.3), 12) +
  path('M310 210 H490 Q500 330 590 370 L570 640 H230 L210 370 Q300 330 310 210 Z', main) +
  line('M212 380 L140 450 M588 380 L660 450', tint(main, -0.3), 12) +
  path('M290 430 H510 V540 Q400 570 290 540 Z', tint(main, -0.13)) +
  line('M400 432 V552', tint(main, -0.28), 5) +
  line('M310 212 H490', accent, 12);

export const backpack: Motif = ({ main, accent }) =>
  line('M350 190 Q350 140 400 140 Q450 140 450 190', tint(main, -0.35), 18) +
  rect([205, 400, 60, 200], tint(main, -0.22), 28) +
  rect([535, 400, 60, 200], tint(main, -0.22), 28) +
  path(
    'M240 300 Q240 180 400 180 Q560 180 560 300 V600 Q560 645 515 645 H285 Q240 645 240 600 Z',
    main,
  ) +
  path('M240 300 Q240 180 400 180 Q560 180 560 300 V360 Q400 420 240 360 Z', tint(main, -0.15)) +
  rect([290, 450, 220, 150], tint(main, 0.12), 24) +
  line('M290 500 H510', tint(main, -0.2), 6) +
  rect([315, 330, 28, 110], accent, 8) +
  rect([457, 330, 28, 110], accent, 8);
