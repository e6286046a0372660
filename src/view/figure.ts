import type { Data, Layout } from 'plotly.js-dist';

/** A plotly figure as plain data: what is drawn, and how; `layout` holds its size in pixels. */
export interface Figure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}
