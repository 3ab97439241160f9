import type plotlyModule from 'plotly.js-gl3d-dist-min';
import type { Settings } from 'plotly.js-gl3d-dist-min';
import { colorOf, onThemeChange } from './surroundings';

interface Group {
  name: string;
  color: string;
  cluster: number;
  x: number[];
  y: number[];
  z: number[];
  text: string[];
}

/** The same as Scatter3d.Data in Java. */
interface Data {
  axes: [string, string, string];
  separators: string;
  groups: Group[];
}

interface Vector {
  x: number;
  y: number;
  z: number;
}

const START: Vector = { x: 1.5, y: -1.6, z: 0.9 };
const STEP = Math.PI / 12;

/** Where one looks from first: farther away where the axes' names would not fit. */
const start = (width: number): Vector => {
  const far = width < 600 ? 1.3 : 1;
  return { x: START.x * far, y: START.y * far, z: START.z * far };
};

/**
 * A cloud of points on three logarithmic axes that can be turned with the mouse or with its buttons. Plotly is loaded when the first of
 * these elements appears; the points are fetched from `src`.
 */
class SegmentaScatter3d extends HTMLElement {
  static readonly observedAttributes = ['src'];

  readonly #plot = document.createElement('div');
  readonly #note = document.createElement('p');
  #plotly?: typeof plotlyModule;
  #data?: Data;
  #shown: number[] = [];
  #buttons: Record<string, string> = {};
  #eye?: Vector;
  #ignoreTheme?: () => void;
  readonly #resized = new ResizeObserver(() => this.#plotly && this.#data && this.#plotly.Plots.resize(this.#plot));

  /** Clusters to show, empty for all. */
  set clusters(clusters: number[]) {
    this.#shown = clusters;
    void this.#draw();
  }

  /** Words of the buttons: left, right, closer, farther, reset; and of the two notes: loading, failed. */
  set words(words: Record<string, string>) {
    this.#buttons = words;
    this.#controls();
  }

  connectedCallback(): void {
    this.#plot.className = 'plot';
    this.#note.className = 'plot-note';
    this.#note.setAttribute('role', 'status');
    this.append(this.#note, this.#plot);
    this.#ignoreTheme = onThemeChange(() => void this.#draw());
    this.#resized.observe(this);
    this.#controls();
    void this.#load();
  }

  disconnectedCallback(): void {
    this.#ignoreTheme?.();
    this.#resized.disconnect();
    this.#plotly?.purge(this.#plot);
    this.replaceChildren();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) {
      void this.#load();
    }
  }

  async #load(): Promise<void> {
    const src = this.getAttribute('src');
    if (!src) {
      return;
    }
    this.#note.textContent = this.#buttons['loading'] ?? '';
    try {
      const [module, response] = await Promise.all([import('plotly.js-gl3d-dist-min'), fetch(src)]);
      if (!response.ok) {
        throw new Error(`${response.status} ${response.statusText}`);
      }
      this.#plotly = module.default;
      this.#data = (await response.json()) as Data;
      await this.#draw();
      this.#note.textContent = '';
    } catch (error: unknown) {
      console.error('Scatter:', error);
      this.#note.textContent = this.#buttons['failed'] ?? '';
    }
  }

  async #draw(): Promise<void> {
    if (!this.#plotly || !this.#data || !this.isConnected) {
      return;
    }
    const data = this.#data;
    this.#eye ??= start(this.clientWidth);
    const quiet = colorOf('var(--vaadin-text-color-secondary)', this);
    const text = colorOf('var(--vaadin-text-color)', this);
    const grid = colorOf('var(--line-strong)', this);
    const card = colorOf('var(--card-background)', this);
    const [x, y, z] = data.axes.map((words) => ({
      type: 'log',
      title: { text: words, font: { size: 13, color: text } },
      tickfont: { size: 11, color: quiet },
      gridcolor: grid,
      zerolinecolor: grid,
      showspikes: false,
      showbackground: false,
      dtick: 1,
      exponentformat: 'none',
      tickformat: ',~r',
    }));
    const traces: Settings[] = data.groups
      .filter((group) => this.#shown.length === 0 || this.#shown.includes(group.cluster))
      .map((group) => ({
        type: 'scatter3d',
        mode: 'markers',
        name: group.name,
        x: group.x,
        y: group.y,
        z: group.z,
        text: group.text,
        hovertemplate: '%{text}<extra>' + group.name + '</extra>',
        marker: { size: 3, color: colorOf(group.color, this), opacity: 0.85, line: { width: 0 } },
      }));
    const layout: Settings = {
      autosize: true,
      margin: { l: 0, r: 0, t: 0, b: 0 },
      paper_bgcolor: 'rgba(0,0,0,0)',
      font: { family: getComputedStyle(this).fontFamily, color: text },
      separators: data.separators,
      showlegend: false,
      hoverlabel: { bgcolor: card, bordercolor: grid, font: { color: text } },
      scene: { xaxis: x, yaxis: y, zaxis: z, camera: { eye: this.#eye }, dragmode: 'turntable', aspectmode: 'cube' },
      uirevision: 'same',
    };
    await this.#plotly.react(this.#plot, traces, layout, { displayModeBar: false, scrollZoom: false, responsive: true });
  }

  #controls(): void {
    if (!this.isConnected) {
      return;
    }
    this.querySelector('.plot-controls')?.remove();
    const controls = document.createElement('div');
    controls.className = 'plot-controls';
    const actions: [string, string, () => void][] = [
      ['left', '⟲', () => this.#turn(STEP)],
      ['right', '⟳', () => this.#turn(-STEP)],
      ['closer', '+', () => this.#zoom(0.8)],
      ['farther', '−', () => this.#zoom(1.25)],
      ['reset', '⌂', () => this.#look(start(this.clientWidth))],
    ];
    for (const [key, sign, act] of actions) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = sign;
      button.title = this.#buttons[key] ?? key;
      button.setAttribute('aria-label', button.title);
      button.addEventListener('click', act);
      controls.append(button);
    }
    this.append(controls);
  }

  /** Where the camera is now, whoever moved it. */
  get #now(): Vector {
    const plot = this.#plot as HTMLElement & { layout?: { scene?: { camera?: { eye?: Vector } } } };
    return plot.layout?.scene?.camera?.eye ?? this.#eye ?? START;
  }

  #turn(angle: number): void {
    const { x, y, z } = this.#now;
    this.#look({ x: x * Math.cos(angle) - y * Math.sin(angle), y: x * Math.sin(angle) + y * Math.cos(angle), z });
  }

  #zoom(factor: number): void {
    const { x, y, z } = this.#now;
    this.#look({ x: x * factor, y: y * factor, z: z * factor });
  }

  #look(eye: Vector): void {
    this.#eye = eye;
    void this.#plotly?.relayout(this.#plot, { 'scene.camera.eye': eye });
  }
}

customElements.define('segmenta-scatter3d', SegmentaScatter3d);
