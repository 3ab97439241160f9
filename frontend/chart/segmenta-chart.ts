import ApexCharts, { type ApexOptions } from 'apexcharts';
import { type NumberStyle, writer } from './numbers';
import { colorOf, isDark, mayMove, onThemeChange } from './surroundings';

type Kind = 'DONUT' | 'BAR' | 'COLUMN' | 'LINE';

interface Series {
  name: string;
  color: string | null;
  points: [number, number | null][];
}

/** The same as ChartSpec in Java. */
interface Spec {
  kind: Kind;
  locale: string;
  currency: string | null;
  categories: string[];
  colors: string[];
  series: Series[];
  marks: { x: number; text: string }[];
  dots: { x: number; y: number; color: string }[];
  xTitle: string;
  yTitle: string;
  numbers: NumberStyle;
  xNumbers: NumberStyle;
  legend: boolean;
  max: number | null;
  height: number;
}

const TYPES: Record<Kind, 'donut' | 'bar' | 'line'> = {
  DONUT: 'donut',
  BAR: 'bar',
  COLUMN: 'bar',
  LINE: 'line',
};

const OWN_COLORS = [1, 2, 3, 4, 5, 6].map((n) => `var(--chart-${n})`);

/** Pixels that the value at the end of a lying bar takes. */
const LABEL_WIDTH = 52;

const isRound = (spec: Spec) => spec.kind === 'DONUT';
const isBars = (spec: Spec) => TYPES[spec.kind] === 'bar';

/** Draws a Spec with ApexCharts and changes the drawing in place when the spec or the theme changes. */
class SegmentaChart extends HTMLElement {
  #spec?: Spec;
  #chart?: ApexCharts;
  #drawn?: Kind;
  #work: Promise<unknown> = Promise.resolve();
  #scheduled = false;
  #width = 0;
  #ignoreTheme?: () => void;
  readonly #resize = () => window.dispatchEvent(new Event('resize'));
  // ApexCharts forgets a change of width that falls into its first animation, and the chart stays wider than its card.
  readonly #watch = new ResizeObserver(() => {
    if (this.#drawn && this.clientWidth > 0 && this.clientWidth !== this.#width) {
      this.#schedule();
    }
  });

  set spec(spec: Spec) {
    this.#spec = spec;
    this.#schedule();
  }

  get spec(): Spec | undefined {
    return this.#spec;
  }

  connectedCallback(): void {
    this.#ignoreTheme = onThemeChange(() => this.#schedule());
    window.addEventListener('beforeprint', this.#resize);
    this.#watch.observe(this);
    this.#schedule();
  }

  disconnectedCallback(): void {
    this.#ignoreTheme?.();
    window.removeEventListener('beforeprint', this.#resize);
    this.#watch.disconnect();
    this.#then(() => this.#clear());
  }

  /** One drawing per frame, one after the other: ApexCharts must not be changed while it is still drawing. */
  #schedule(): void {
    if (this.#scheduled) {
      return;
    }
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#then(() => this.#draw());
    });
  }

  #then(step: () => unknown): void {
    this.#work = this.#work.then(step).catch((error: unknown) => console.error('Chart:', error));
  }

  async #draw(): Promise<void> {
    const spec = this.#spec;
    if (!spec || !this.isConnected) {
      return;
    }
    const options = this.#options(spec);
    this.#width = this.clientWidth;
    if (this.#chart && this.#drawn === spec.kind) {
      await this.#chart.updateOptions(options, false, mayMove(), false);
      return;
    }
    this.#clear();
    const target = document.createElement('div');
    this.append(target);
    this.#chart = new ApexCharts(target, options);
    this.#drawn = spec.kind;
    await this.#chart.render();
  }

  #clear(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#drawn = undefined;
    this.replaceChildren();
  }

  #options(spec: Spec): ApexOptions {
    const color = (css: string) => colorOf(css, this);
    const text = color('var(--ink)');
    const quiet = color('var(--ink-quiet)');
    const shared: ApexOptions = {
      chart: {
        type: TYPES[spec.kind],
        height: spec.height,
        background: 'transparent',
        foreColor: quiet,
        fontFamily: 'inherit',
        toolbar: { show: false },
        zoom: { enabled: false },
        animations: { enabled: mayMove(), speed: 350, animateGradually: { enabled: false } },
        redrawOnParentResize: false,
        parentHeightOffset: 0,
      },
      theme: { mode: isDark(this) ? 'dark' : 'light' },
      colors: this.#colors(spec).map(color),
      series: this.#series(spec),
      legend: {
        show: spec.legend,
        position: 'bottom',
        fontSize: '13px',
        labels: { colors: text },
        markers: { size: 6, strokeWidth: 0, offsetX: -4 },
        itemMargin: { horizontal: 10, vertical: 4 },
      },
      states: { active: { filter: { type: 'none' } } },
    };
    return { ...shared, ...(isRound(spec) ? this.#round(spec) : this.#axes(spec, text, quiet)) };
  }

  #round(spec: Spec): ApexOptions {
    const full = writer(spec.numbers, spec.locale, spec.currency, false);
    return {
      labels: spec.categories,
      dataLabels: { enabled: false },
      stroke: { width: 2, colors: [colorOf('var(--card-background)', this)] },
      plotOptions: { pie: { expandOnClick: false, donut: { size: '68%' } } },
      tooltip: { theme: isDark(this) ? 'dark' : 'light', fillSeriesColor: false, y: { formatter: (value) => full(value) } },
    };
  }

  /** Everything that has an x and a y. */
  #axes(spec: Spec, text: string, quiet: string): ApexOptions {
    const full = writer(spec.numbers, spec.locale, spec.currency, false);
    const short = writer(spec.numbers, spec.locale, spec.currency, true);
    const x = writer(spec.xNumbers, spec.locale, spec.currency, true);
    const bars = isBars(spec);
    const lying = spec.kind === 'BAR';
    // Lying bars say their value at their end: they need no scale.
    const labelled = lying && spec.series.length === 1;
    const values = spec.series.flatMap((series) => series.points.map(([, y]) => y ?? 0));
    const largest = Math.max(...values);
    const names = Math.max(0, ...spec.categories.map((name) => name.length));
    const nameWidth = Math.min(200, 12 + names * 7.4);
    const barRoom = Math.max(2 * LABEL_WIDTH, this.clientWidth - nameWidth - 40);
    const max = spec.max ?? (labelled ? largest * Math.max(1.2, barRoom / (barRoom - LABEL_WIDTH)) : undefined);
    const labels = { style: { colors: quiet, fontSize: '13px' } };
    const title = (words: string) => (words ? { title: { text: words, style: { color: quiet, fontSize: '13px', fontWeight: 500 } } } : {});
    return {
      dataLabels: {
        enabled: labelled,
        formatter: (value) => short(Number(value)),
        textAnchor: 'middle',
        // ApexCharts leaves out a column whose label, shown or not, would lie outside.
        offsetX: labelled ? 28 : 0,
        style: { fontSize: '13px', fontWeight: 600, colors: [text] },
        background: { enabled: false },
        dropShadow: { enabled: false },
      },
      plotOptions: {
        bar: {
          horizontal: lying,
          distributed: spec.colors.length > 0,
          barHeight: '62%',
          columnWidth: '56%',
          borderRadius: 4,
          borderRadiusApplication: 'end',
          dataLabels: { position: 'top' },
        },
      },
      stroke: { width: spec.kind === 'LINE' ? 2.5 : 0, curve: 'straight' },
      fill: { opacity: 1 },
      markers: { size: 0, strokeWidth: 0, hover: { sizeOffset: 2 } },
      grid: {
        show: !labelled,
        borderColor: colorOf('var(--line)', this),
        xaxis: { lines: { show: lying } },
        yaxis: { lines: { show: !lying } },
        padding: { top: 0, right: bars ? 12 : 28, bottom: 0, left: lying ? 4 : 12 },
      },
      xaxis: {
        type: bars ? 'category' : 'numeric',
        ...(bars ? { categories: spec.categories } : spec.xNumbers === 'PERCENT' ? { min: 0, max: 1, tickAmount: 5 } : { tickAmount: 6 }),
        ...title(spec.xTitle),
        ...(lying ? { min: Math.min(0, ...values), max, tickAmount: 4 } : {}),
        axisBorder: { show: false },
        axisTicks: { show: false },
        labels: {
          ...labels,
          show: !labelled,
          hideOverlappingLabels: true,
          formatter: (value: string) => this.#axis(value, lying ? short : bars ? undefined : x),
        },
        tooltip: { enabled: false },
      },
      yaxis: {
        ...title(spec.yTitle),
        ...(lying ? {} : { max }),
        labels: {
          ...labels,
          // ApexCharts measures names before the font is there and cuts them off.
          ...(lying ? { minWidth: nameWidth, maxWidth: 220 } : {}),
          formatter: (value: number) => this.#axis(value, lying ? undefined : short),
        },
      },
      annotations: {
        xaxis: spec.marks.map((mark) => ({
          x: mark.x,
          borderColor: quiet,
          strokeDashArray: 4,
          label: { text: mark.text, borderWidth: 0, style: { background: 'transparent', color: text, fontSize: '12px' } },
        })),
        points: spec.dots.map((dot) => ({
          x: dot.x,
          y: dot.y,
          marker: { size: 6, fillColor: colorOf(dot.color, this), strokeColor: colorOf('var(--card-background)', this), strokeWidth: 2 },
        })),
      },
      tooltip: {
        theme: isDark(this) ? 'dark' : 'light',
        y: { formatter: (value) => full(value) },
        ...(bars ? {} : { x: { formatter: (value: number) => x(value) } }),
      },
    };
  }

  #colors(spec: Spec): string[] {
    const own = (i: number) => OWN_COLORS[i % OWN_COLORS.length] as string;
    if (spec.colors.length > 0) {
      return spec.colors;
    }
    return isRound(spec) ? spec.categories.map((_, i) => own(i)) : spec.series.map((series, i) => series.color ?? own(i));
  }

  /** Texts stay as they are; numbers are written where a writer is given. */
  #axis(value: string | number, write?: (value: number) => string): string {
    return write ? write(Number(value)) : String(value);
  }

  #series(spec: Spec): ApexOptions['series'] {
    if (isRound(spec)) {
      return spec.series[0]?.points.map(([, y]) => y ?? 0) ?? [];
    }
    const bars = isBars(spec);
    return spec.series.map(({ name, points }) => ({
      name,
      data: bars ? points.map(([, y]) => y) : points.map(([px, y]) => ({ x: px, y })),
    }));
  }
}

customElements.define('segmenta-chart', SegmentaChart);
