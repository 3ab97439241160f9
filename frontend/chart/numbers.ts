/** How a number is written; the names are those of NumberStyle in Java. */
export type NumberStyle = 'COUNT' | 'MONEY' | 'PERCENT' | 'DECIMAL';

export type Writer = (value: number | null | undefined) => string;

/** Full precision for tooltips and labels, or three digits for axes. */
export function writer(style: NumberStyle, locale: string, currency: string | null, short: boolean): Writer {
  const format = new Intl.NumberFormat(locale, options(style, currency, short));
  return (value) => (value === null || value === undefined || !Number.isFinite(value) ? '–' : format.format(value));
}

function options(style: NumberStyle, currency: string | null, short: boolean): Intl.NumberFormatOptions {
  const compact: Intl.NumberFormatOptions = short ? { notation: 'compact', maximumFractionDigits: 1 } : {};
  switch (style) {
    case 'COUNT':
      return { maximumFractionDigits: 0, ...compact };
    case 'MONEY':
      return { ...(currency ? { style: 'currency', currency } : {}), maximumFractionDigits: 2, ...compact };
    case 'PERCENT':
      return { style: 'percent', maximumFractionDigits: short ? 0 : 1 };
    case 'DECIMAL':
      return { ...compact, maximumFractionDigits: 2 };
  }
}
