import { guardCell } from '../../src/services/catalogExport/spreadsheetGuard.ts';
import { withoutGuard } from '../../src/services/catalogImport/read/guard.ts';

test.each(['=1+1', '=HYPERLINK("https://evil.example")', '+A1', '-2+3', '@SUM(A1)', ' =1', '\t=1'])(
  'a formula is guarded, and the import takes the guard away: %j',
  (cell) => {
    expect(guardCell(cell)).toBe(`'${cell}`);
    expect(withoutGuard(guardCell(cell).trim())).toBe(cell.trim());
  },
);

test.each(['-10', '+49', '-3.5', "'90s tee", 'plain', '', '1 - 2', 'a@b.example'])(
  'what runs nothing stays: %j',
  (cell) => {
    expect(guardCell(cell)).toBe(cell);
  },
);
