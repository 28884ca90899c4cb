/** What part of the graph is seen: zoom by wheel and pinch, pan by drag, and by commands of keys and buttons. */

export interface View {
  readonly x: number;
  readonly y: number;
  /** Pixels for each unit of the graph. */
  readonly scale: number;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const leastScale = 0.02;
const mostScale = 4;
const margin = 24;
/** Room for the headings of the columns. */
const top = 40;

export class Viewport {
  readonly #surface: SVGSVGElement;
  readonly #onChange: (view: View) => void;
  readonly #pointers = new Map<number, { readonly x: number; readonly y: number }>();
  #view: View = { x: margin, y: top, scale: 1 };
  #world: SVGGElement | undefined;

  constructor(surface: SVGSVGElement, onChange: (view: View) => void) {
    this.#surface = surface;
    this.#onChange = onChange;
    surface.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    surface.addEventListener('pointerdown', (event) => this.#onPointerDown(event));
    surface.addEventListener('pointermove', (event) => this.#onPointerMove(event));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      surface.addEventListener(end, ({ pointerId }) => {
        this.#pointers.delete(pointerId);
        surface.classList.remove('dragged');
      });
    }
  }

  get view(): View {
    return this.#view;
  }

  set world(world: SVGGElement) {
    this.#world = world;
    this.show(this.#view);
  }

  show(view: View): void {
    this.#view = view;
    this.#world?.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.scale})`);
    this.#onChange(view);
  }

  pan(x: number, y: number): void {
    this.show({ ...this.#view, x: this.#view.x + x, y: this.#view.y + y });
  }

  /** Around a point of the surface; its middle where none is named. */
  zoom(factor: number, at = this.#middle()): void {
    const { x, y, scale } = this.#view;
    const next = Math.min(mostScale, Math.max(leastScale, scale * factor));
    const ratio = next / scale;
    this.show({ scale: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio });
  }

  /** Shows all of it, and never larger than it is. */
  fit({ width, height }: Pick<Area, 'width' | 'height'>): void {
    const room = this.#room();
    this.#fitTo(Math.min(room.width / width, room.height / height), width, height);
  }

  /** Shows it from its beginning, as small as it must be to see all columns, and large enough to read. */
  begin({ width, height }: Pick<Area, 'width' | 'height'>): void {
    const { width: room } = this.#room();
    this.#fitTo(Math.max(room / width, 0.55), width, height);
  }

  /** Moves as little as is needed to show an area. */
  reveal({ x, y, width, height }: Area): void {
    const { scale } = this.#view;
    const room = this.#room();
    const left = this.#view.x + x * scale;
    const upper = this.#view.y + y * scale;
    const dx = left < margin ? margin - left : Math.min(0, margin + room.width - (left + width * scale));
    const dy = upper < top ? top - upper : Math.min(0, top + room.height - (upper + height * scale));
    if (dx !== 0 || dy !== 0) this.pan(dx, dy);
  }

  #fitTo(wanted: number, width: number, height: number): void {
    const room = this.#room();
    const scale = Math.min(1, Math.max(leastScale, wanted));
    this.show({
      scale,
      x: margin + Math.max(0, (room.width - width * scale) / 2),
      y: top + Math.max(0, (room.height - height * scale) / 2),
    });
  }

  #room(): { readonly width: number; readonly height: number } {
    const { width, height } = this.#surface.getBoundingClientRect();
    return { width: Math.max(1, width - 2 * margin), height: Math.max(1, height - top - margin) };
  }

  #middle(): { readonly x: number; readonly y: number } {
    const { width, height } = this.#surface.getBoundingClientRect();
    return { x: width / 2, y: height / 2 };
  }

  /** The wheel zooms; with Shift it moves. A pinch on a touchpad comes as a wheel with Ctrl, in small steps. */
  #onWheel(event: WheelEvent): void {
    event.preventDefault();
    if (event.shiftKey) {
      this.pan(-event.deltaX, -event.deltaY);
      return;
    }
    const { left, top: upper } = this.#surface.getBoundingClientRect();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const speed = event.ctrlKey ? 0.01 : 0.0015;
    this.zoom(Math.exp(-event.deltaY * lines * speed), { x: event.clientX - left, y: event.clientY - upper });
  }

  #onPointerDown(event: PointerEvent): void {
    const isOnNode = event.target instanceof Element && event.target.closest('.node') !== null;
    if (event.button > 1 || (isOnNode && event.button === 0 && event.pointerType === 'mouse')) return;
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  /** One pointer moves the graph, two spread it. */
  #onPointerMove(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!this.#surface.hasPointerCapture(event.pointerId)) this.#surface.setPointerCapture(event.pointerId);
    this.#surface.classList.add('dragged');
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (!other) {
      this.pan(now.x - before.x, now.y - before.y);
      return;
    }
    const { left, top: upper } = this.#surface.getBoundingClientRect();
    const middle = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - upper };
    this.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    this.zoom(distance(now, other) / Math.max(1, distance(before, other)), middle);
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
