/** The surface that shows the graph: which node is selected, what belongs to it, and what keys and clicks do. */
import { GraphLinks } from '../../../server/src/features/graphLinks';
import type { Graph } from '../../../server/src/features/graphModel';
import { html, svg } from '../shared/dom';
import { draw, widthOfNode, type Drawing } from './drawing';
import { l10n } from '../shared/l10n';
import { layOut, type Box, type GraphLayout } from '../../../server/src/features/graphLayout';
import { Viewport, type View } from './viewport';
import { columnNames } from './words';

export interface CanvasEvents {
  onSelect(id: string | undefined): void;
  /** Double click, or Enter on what is selected. */
  onActivate(id: string): void;
  onViewChange(view: View): void;
}

const panStep = 60;

export class Canvas {
  readonly element: HTMLElement;
  readonly viewport: Viewport;
  readonly #events: CanvasEvents;
  readonly #surface = svg('svg', {
    class: 'surface',
    role: 'application',
    tabindex: -1,
    'aria-roledescription': l10n.t('graph'),
    'aria-describedby': 'keys',
  });
  readonly #headings = html('div', { class: 'headings', 'aria-hidden': 'true' });
  #layout: GraphLayout = layOut({ nodes: [], edges: [], solutions: [], environments: [] }, widthOfNode);
  #drawing: Drawing | undefined;
  #links = new GraphLinks([]);
  #selected: string | undefined;

  constructor(events: CanvasEvents) {
    this.#events = events;
    const keys = l10n.t(
      'Arrow keys go to neighbours, Enter selects and opens, Shift and arrow keys move the graph, plus and minus zoom, 0 shows all.',
    );
    this.element = html(
      'main',
      { class: 'canvas' },
      this.#surface,
      this.#headings,
      html('p', { id: 'keys', class: 'unseen' }, keys),
    );
    this.viewport = new Viewport(this.#surface, (view) => {
      this.#placeHeadings(view);
      events.onViewChange(view);
    });
    this.#surface.addEventListener('click', (event) => this.select(idOf(event.target)));
    this.#surface.addEventListener('dblclick', (event) => {
      const id = idOf(event.target);
      if (id !== undefined) events.onActivate(id);
    });
    this.#surface.addEventListener('keydown', (event) => this.#onKey(event));
  }

  get layout(): GraphLayout {
    return this.#layout;
  }

  get drawing(): Drawing | undefined {
    return this.#drawing;
  }

  get selected(): string | undefined {
    return this.#selected;
  }

  /** @returns how long the layout took, in milliseconds. */
  show(graph: Graph): number {
    const hadFocus = this.#surface.contains(document.activeElement);
    const start = performance.now();
    this.#layout = layOut(graph, widthOfNode);
    const duration = performance.now() - start;
    this.#links = new GraphLinks(graph.edges);
    this.#drawing = draw(this.#layout);
    this.#surface.replaceChildren(this.#drawing.world);
    this.#surface.setAttribute('aria-label', l10n.t('Graph with {0} nodes', graph.nodes.length));
    this.#headings.replaceChildren(
      ...this.#layout.columns.map(({ column }) => html('span', {}, columnNames[column] ?? '')),
    );
    this.viewport.world = this.#drawing.world;
    this.#mark(this.#selected !== undefined && this.#layout.boxes.has(this.#selected) ? this.#selected : undefined);
    if (hadFocus) this.#focus(this.#selected);
    return duration;
  }

  /** Undefined selects nothing. */
  select(id: string | undefined, reveals = true): void {
    const box = id === undefined ? undefined : this.#layout.boxes.get(id);
    this.#mark(box && id);
    // What is told of the node takes room, and then it may be out of sight.
    this.#events.onSelect(this.#selected);
    if (box && reveals) this.viewport.reveal(box);
  }

  markMatches(ids: ReadonlySet<string>): void {
    for (const [id, node] of this.#drawing?.nodes ?? []) node.classList.toggle('match', ids.has(id));
  }

  /** All nodes that belong to one: what it hangs on and what hangs on it. */
  #belongingTo(id: string): ReadonlySet<string> {
    return new Set([...this.#links.upstreamOf([id]), ...this.#links.downstreamOf([id])]);
  }

  #mark(id: string | undefined): void {
    this.#selected = id;
    const upstream = this.#links.upstreamOf(id === undefined ? [] : [id]);
    const downstream = this.#links.downstreamOf(id === undefined ? [] : [id]);
    const near = id === undefined ? undefined : this.#belongingTo(id);
    this.#surface.classList.toggle('has-selection', id !== undefined);
    let first = id;
    for (const [other, node] of this.#drawing?.nodes ?? []) {
      first ??= other;
      node.classList.toggle('selected', other === id);
      node.classList.toggle('near', near?.has(other) === true);
      node.setAttribute('aria-pressed', String(other === id));
      // One stop for Tab; arrow keys go on from there.
      node.setAttribute('tabindex', other === first ? '0' : '-1');
    }
    for (const { from, to, element } of this.#drawing?.wires ?? []) {
      const isNear = (upstream.has(from) && upstream.has(to)) || (downstream.has(from) && downstream.has(to));
      element.classList.toggle('near', isNear);
      // What is drawn last lies above the others.
      if (isNear) element.parentNode?.append(element);
    }
  }

  #focus(id: string | undefined): void {
    const node = id === undefined ? undefined : this.#drawing?.nodes.get(id);
    (node ?? this.#surface).focus({ preventScroll: true });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = idOf(event.target);
    const handle = this.#keys(event, focused);
    if (!handle) return;
    event.preventDefault();
    event.stopPropagation();
    handle();
  }

  #keys({ key, shiftKey }: KeyboardEvent, focused: string | undefined): (() => void) | undefined {
    const { viewport } = this;
    const step = arrows[key];
    if (step && (shiftKey || focused === undefined)) {
      return () => viewport.pan(-step.x * panStep, -step.y * panStep);
    }
    if (step && focused !== undefined) return () => this.#goTo(this.#neighbour(focused, step));
    switch (key) {
      case '+':
      case '=':
        return () => viewport.zoom(1.25);
      case '-':
        return () => viewport.zoom(0.8);
      case '0':
        return () => viewport.fit(this.#layout);
      case 'Escape':
        return () => this.select(undefined);
      case ' ':
        return () => this.select(focused === this.#selected ? undefined : focused);
      case 'Enter':
        if (focused === undefined) return () => this.#goTo([...this.#layout.boxes.keys()][0]);
        return focused === this.#selected ? () => this.#events.onActivate(focused) : () => this.select(focused);
      default:
        return undefined;
    }
  }

  #goTo(id: string | undefined): void {
    if (id === undefined) return;
    this.select(id);
    this.#focus(id);
  }

  /** Left and right along the lines, the nearest one; up and down within the column. */
  #neighbour(id: string, { x, y }: Step): string | undefined {
    const box = this.#layout.boxes.get(id);
    if (!box) return undefined;
    if (x !== 0) {
      const beside = x < 0 ? this.#links.sourcesOf(id) : this.#links.targetsOf(id);
      const boxes = beside.flatMap((other) => this.#layout.boxes.get(other) ?? []);
      return nearest(boxes, box)?.node.id;
    }
    const column = [...this.#layout.boxes.values()].filter((other) => other.column === box.column);
    return column[column.indexOf(box) + y]?.node.id;
  }

  #placeHeadings({ x, scale }: View): void {
    this.#layout.columns.forEach((column, i) => {
      const heading = this.#headings.children[i];
      if (!(heading instanceof HTMLElement)) return;
      const width = column.width * scale;
      heading.hidden = width < 60;
      heading.style.left = `${x + column.x * scale}px`;
      heading.style.maxWidth = `${width}px`;
    });
  }
}

interface Step {
  readonly x: number;
  readonly y: number;
}

const arrows: Readonly<Partial<Record<string, Step>>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function nearest(boxes: readonly Box[], { y }: Box): Box | undefined {
  return [...boxes].sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];
}

function idOf(target: EventTarget | null): string | undefined {
  const node = target instanceof Element ? target.closest<SVGGElement>('.node') : undefined;
  return node?.dataset.id;
}
