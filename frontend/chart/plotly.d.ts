/** The part of Plotly that is used. */
declare module 'plotly.js-gl3d-dist-min' {
  export type Settings = Record<string, unknown>;

  interface Plotly {
    react(target: HTMLElement, data: Settings[], layout: Settings, config: Settings): Promise<unknown>;
    relayout(target: HTMLElement, change: Settings): Promise<unknown>;
    purge(target: HTMLElement): void;
    Plots: { resize(target: HTMLElement): void };
  }

  const plotly: Plotly;
  export default plotly;
}
