import stringWidth from 'string-width';

export type Align = 'left' | 'right';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A text in exactly `width` terminal cells: padded, or cut with an ellipsis. Control characters become
 * spaces, so that a text can neither break its line nor command the terminal.
 */
export function fitText(text: string, width: number, align: Align = 'left'): string {
  const clean = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  const fitting = stringWidth(clean) <= width ? clean : `${cut(clean, width - 1)}…`;
  const padding = ' '.repeat(Math.max(0, width - stringWidth(fitting)));
  return align === 'left' ? fitting + padding : padding + fitting;
}

function cut(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return kept;
}
