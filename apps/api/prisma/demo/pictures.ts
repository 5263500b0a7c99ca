import type { Motif, Palette } from './svg.ts';
import * as apparel from './motifs/apparel.ts';
import * as desk from './motifs/desk.ts';
import * as outdoors from './motifs/outdoors.ts';
import * as table from './motifs/table.ts';
import * as tea from './motifs/tea.ts';
import * as toys from './motifs/toys.ts';

interface Picture extends Palette {
  /** File name without ".webp": the product's handle and the picture's place. */
  name: string;
  motif: Motif;
}

const of = (motif: Motif, name: string, colors: string): Picture => {
  const [background = '', main = '', accent = ''] = colors.split(' ').map((color) => `#${color}`);
  return { name, motif, background, main, accent };
};

/** Every picture of the demo catalogue: motif, file, then background, main and accent colour. */
export const pictures: readonly Picture[] = [
  of(apparel.tee, 'harbour-tee-1', 'dbe6ea 2f4a6b f2f0e8'),
  of(apparel.tee, 'harbour-tee-2', 'e3ddd0 f4f0e4 2f4a6b'),
  of(apparel.tee, 'harbour-tee-3', 'ead9cf b4583a f2f0e8'),
  of(apparel.longSleeve, 'orchard-long-sleeve-1', 'e9e4d4 f3ecdc 35577a'),
  of(apparel.longSleeve, 'orchard-long-sleeve-2', 'e2e6d8 f3ecdc 6f8a4e'),
  of(apparel.jumper, 'fisherman-jumper-1', 'd5dfe3 eadfc8 8a6a4f'),
  of(apparel.jumper, 'fisherman-jumper-2', 'e6dfd3 566270 8a6a4f'),
  of(apparel.cardigan, 'moorland-cardigan-1', 'e6dde0 7d4b5e e5c07b'),
  of(apparel.shirt, 'linen-work-shirt-1', 'ece3d2 8fa8b8 fdf8ee'),
  of(apparel.shirt, 'linen-work-shirt-2', 'dde4da d9b98c 6b4a35'),
  of(apparel.scarf, 'lambswool-scarf-1', 'e3e0d5 a63d3f f0dfc0'),
  of(apparel.scarf, 'lambswool-scarf-2', 'e8dfd0 4d6b57 e5c07b'),
  of(apparel.scarf, 'lambswool-scarf-3', 'dbe3e8 8a8f98 2f4a6b'),
  of(apparel.beanie, 'ribbed-beanie-1', 'dfe5e0 c98a3d f3e6c8'),
  of(apparel.beanie, 'ribbed-beanie-2', 'e8e0d8 3e5c58 d9b98c'),
  of(apparel.socks, 'walking-socks-1', 'e7e0d2 6f8a6b c98a3d'),
  of(apparel.tote, 'market-tote-1', 'd9e2dc efe4cc b4583a'),
  of(apparel.tote, 'market-tote-2', 'e8dfcf 3b4f7a efe4cc'),
  of(apparel.apron, 'canvas-apron-1', 'e5dccb 5a6b5a d9b98c'),
  of(apparel.apron, 'canvas-apron-2', 'dce4e6 b98d6a 4a4038'),
  of(table.skillet, 'cast-iron-skillet-1', 'ebdcc6 43464a f0b23e'),
  of(table.saucepan, 'enamel-saucepan-1', 'e4e2d4 c4523f 8a6a4f'),
  of(table.saucepan, 'enamel-saucepan-2', 'ece0cc 4f7f86 8a6a4f'),
  of(table.knife, 'cooks-knife-1', 'e6ddd0 9c7046 e5c07b'),
  of(table.board, 'beech-cutting-board-1', 'd9e3da d2a679 c4523f'),
  of(table.kettle, 'whistling-kettle-1', 'e8e0d0 6f9a8d 6b4a35'),
  of(table.kettle, 'whistling-kettle-2', 'dbe4e6 f0e6d0 6b4a35'),
  of(table.spoons, 'olive-wood-spoons-1', 'dfe6da b1824f 6b4a35'),
  of(table.towels, 'linen-tea-towels-1', 'e1e7e6 f6efe0 c4523f'),
  of(table.towels, 'linen-tea-towels-2', 'e9e1d2 f6efe0 3f6a8a'),
  of(table.measures, 'copper-measuring-cups-1', 'dde5e6 c77b4f e3a77c'),
  of(table.mug, 'speckled-mug-1', 'e9dfcf ece3d0 7f9aa6'),
  of(table.mug, 'speckled-mug-2', 'dbe4de 9db39a 5f7a62'),
  of(table.mug, 'speckled-mug-3', 'ebe2d6 c08a6a 7d4b3a'),
  of(table.teapot, 'stoneware-teapot-1', 'e7e1d2 6c8797 d9b98c'),
  of(table.teapot, 'stoneware-teapot-2', 'dde6df d9c4a0 8a5a3c'),
  of(table.bowl, 'breakfast-bowl-1', 'e6e2d6 e9dcc2 6f8fa6'),
  of(table.plate, 'supper-plates-1', 'dfe4dc f2ead8 5f7f96'),
  of(table.vase, 'bud-vase-1', 'e9e0d4 8fa59b d98a86'),
  of(table.vase, 'bud-vase-2', 'dde4e8 e3cda4 a66a8c'),
  of(table.jug, 'harvest-jug-1', 'e4e6da efe2c6 b4783f'),
  of(table.cups, 'espresso-cups-1', 'ebe0d0 5f7f86 d9a05f'),
  of(tea.tin, 'assam-breakfast-1', 'ecdfc9 9c4a32 8a5a2c'),
  of(tea.tin, 'earl-grey-no-7-1', 'dde3ea 3f5878 5f78a6'),
  of(tea.tin, 'jasmine-pearls-1', 'e3e9da 6f9a6a 5f8a4e'),
  of(tea.tin, 'lapsang-fireside-1', 'e6ddd2 4a4038 a65a2c'),
  of(tea.tin, 'garden-peppermint-1', 'dceae2 4f9a86 3f7f62'),
  of(tea.sampler, 'tea-sampler-1', 'e9e2d2 35577a 8aa05a'),
  of(tea.strainer, 'brass-tea-strainer-1', 'dde6e3 c9a24f 7a5236'),
  of(tea.dripper, 'pour-over-dripper-1', 'e7dfd3 efe6d4 c4523f'),
  of(desk.notebook, 'field-notebook-1', 'dfe6dc 4d6b57 e5c07b'),
  of(desk.notebook, 'field-notebook-2', 'ebdfd0 b4583a 2f4a6b'),
  of(desk.sketchbook, 'pocket-sketchbook-1', 'e3e0ea 4a4458 b4783f'),
  of(desk.pen, 'brass-ballpoint-1', 'dce3e8 c9a24f 4a4038'),
  of(desk.pencils, 'cedar-pencils-1', 'e8e3d3 c4523f 35577a'),
  of(desk.cards, 'letterpress-cards-1', 'e2e8e4 b98a96 a63d3f'),
  of(desk.ink, 'bottled-ink-1', 'e8e1d6 2f4a7a 2f4a7a'),
  of(desk.ink, 'bottled-ink-2', 'dfe7e2 3f6a52 3f6a52'),
  of(table.campMug, 'enamel-camp-mug-1', 'dde6e0 35577a f4f0e4'),
  of(table.campMug, 'enamel-camp-mug-2', 'ebe2d0 a63d3f f4f0e4'),
  of(outdoors.lantern, 'storm-lantern-1', 'd6dde6 8c4a3a e8932f'),
  of(outdoors.blanket, 'camp-blanket-1', 'e6e2d2 6b7a5a c4523f'),
  of(outdoors.blanket, 'camp-blanket-2', 'e9dfd5 5a6f8c f0e6d0'),
  of(apparel.backpack, 'canvas-backpack-1', 'dfe6e3 8a7a4f 6b4a35'),
  of(apparel.backpack, 'canvas-backpack-2', 'e9e0d2 44566a b98d6a'),
  of(outdoors.flask, 'insulated-flask-1', 'e6e0d4 3e6b66 d9b98c'),
  of(outdoors.flask, 'insulated-flask-2', 'dbe3e8 d9c7a6 4a4038'),
  of(outdoors.seeds, 'cottage-seed-collection-1', 'e4ead8 7a6a9a e08a5a'),
  of(outdoors.trowel, 'hand-trowel-1', 'e0e8dc 9c7046 c4523f'),
  of(toys.blocks, 'stacking-blocks-1', 'e3e8ea c4523f 4f7f96'),
  of(toys.kite, 'paper-kite-1', 'd3e4ee e07a4f fdf3d0'),
  of(toys.kite, 'paper-kite-2', 'dcebe2 3f7f86 f0d27a'),
  of(toys.sailboat, 'wooden-sailboat-1', 'd5e6ea b4583a e5c07b'),
  of(toys.spinningTops, 'spinning-tops-1', 'e9e3d6 c4523f 4f7f96'),
  of(toys.bear, 'bramble-the-bear-1', 'e6e6d8 a87b52 a63d3f'),
  of(toys.jigsaw, 'harbour-jigsaw-1', 'e8e0d6 3f6a8a c4523f'),
  of(desk.book, 'book-of-broths-1', 'e3e6dc b4583a f0d9a6'),
  of(desk.book, 'hedgerow-handbook-1', 'e9e2d0 4d6b57 d9b98c'),
  of(desk.book, 'lamplighters-cat-1', 'dfe1ec 3b4472 f0c85a'),
  of(outdoors.candle, 'beeswax-candles-1', 'd9dfe6 e0a94a f28f3b'),
  of(outdoors.soap, 'oat-soap-1', 'dce6e8 e3d2b0 8a9a6a'),
  of(outdoors.wreath, 'winter-wreath-1', 'e6e0d8 4f6f56 a63d3f'),
  of(tea.tin, 'anniversary-tin-1', 'e9dfe0 7d2f3f c9a24f'),
];
