/** The drawing as a picture that stands for itself: all colours and fonts are written into it. */
import { svg } from '../shared/dom';
import type { Drawing } from './drawing';
import type { GraphLayout } from '../../../server/src/features/graphLayout';

const margin = 24;
const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
] as const;
/** Beyond this, browsers give no picture. */
const mostPixels = 8000;

export function toSvg({ world }: Drawing, { width, height }: GraphLayout): string {
  const copy = world.cloneNode(true) as SVGGElement;
  copyStyles(world, copy);
  copy.setAttribute('transform', `translate(${margin} ${margin})`);
  const [w, h] = [Math.ceil(width + 2 * margin), Math.ceil(height + 2 * margin)];
  const background = getComputedStyle(document.body).backgroundColor;
  const picture = svg(
    'svg',
    { width: w, height: h, viewBox: `0 0 ${w} ${h}` },
    svg('rect', { width: w, height: h, fill: background }),
    copy,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

/** @returns the picture in base64. */
export async function toPng(drawing: Drawing, layout: GraphLayout): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(toSvg(drawing, layout))}`;
  await image.decode();
  const scale = Math.min(2, mostPixels / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

/** As the node looks when nothing is selected: what was only for the page goes. */
function copyStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  const isDrawn = from instanceof SVGGraphicsElement && !(from instanceof SVGGElement);
  for (const name of isDrawn ? properties : []) {
    const value = style.getPropertyValue(name);
    if (value !== '' && value !== 'none') to.setAttribute(name, value);
    else if (name === 'fill') to.setAttribute(name, 'none');
  }
  for (const name of ['class', 'role', 'tabindex', 'data-id', 'aria-label', 'aria-pressed', 'aria-hidden']) {
    to.removeAttribute(name);
  }
  Array.from(from.children).forEach((child, i) => {
    const copy = to.children[i];
    if (copy) copyStyles(child, copy);
  });
}
