import stringWidth from 'string-width';
import { fitText, type Align } from './fit-text.ts';

/** Cells in columns as wide as their widest cell. */
export function alignRows(aligns: readonly Align[], rows: readonly (readonly string[])[]): string[] {
  const widths = aligns.map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column]!))));
  return rows.map((row) => {
    const cells = row.map((cell, column) => fitText(cell, widths[column]!, aligns[column]));
    return cells.join('  ').trimEnd();
  });
}
