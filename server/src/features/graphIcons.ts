/** Marks that tell kinds and severities apart without colour: paths in a square of 16. */
import type { GraphNodeKind, GraphProblem } from './graphModel';

export const kindIcons: Readonly<Record<GraphNodeKind, string>> = {
  // A plug.
  connector: 'M5 2v4M11 2v4M3.5 6h9v2.5a4.5 4.5 0 0 1-9 0ZM8 13v2',
  // A key.
  connection: 'M8.2 7.8a3.2 3.2 0 1 0-4.5 0 3.2 3.2 0 0 0 4.5 0ZM8.2 7.8l5.8 5.8M12 11.6l1.6-1.6',
  // Two links of a chain.
  reference: 'M6.5 4.5h-2a3.5 3.5 0 0 0 0 7h2M9.5 4.5h2a3.5 3.5 0 0 1 0 7h-2M5.5 8h5',
  // A box.
  solution: 'M2 5l6-3 6 3v6l-6 3-6-3ZM2 5l6 3 6-3M8 8v6',
  // A flash.
  flow: 'M9.5 1.5L3.5 9h4l-1 5.5 6-7.5h-4Z',
  // A telephone.
  app: 'M4.5 1.5h7v13h-7ZM7 12.5h2',
  // A head of a robot.
  agent: 'M3 5.5h10v7.5H3ZM8 5.5V2.5M6 8.5v1.5M10 8.5v1.5',
  // A value between brackets.
  variable: 'M5 2.5H3v11h2M11 2.5h2v11h-2M6 6l4 4M10 6l-4 4',
};

/** A circle with a cross, a triangle with a stroke, a circle with an i. */
export const severityIcons: Readonly<Record<GraphProblem['severity'], string>> = {
  error: 'M8 1.5a6.5 6.5 0 1 0 .01 0ZM5.5 5.5l5 5M10.5 5.5l-5 5',
  warning: 'M8 2l6.5 12h-13ZM8 6.5v3.5M8 11.8v.4',
  info: 'M8 1.5a6.5 6.5 0 1 0 .01 0ZM8 7v4.5M8 4.6v.4',
};

/** Beside the count of a group: it can be opened. */
export const expandIcon = 'M2.5 2.5h11v11h-11ZM8 5v6M5 8h6';
