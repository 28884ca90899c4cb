/** Cards as documentation of completions and hints. */
import { cardAbout, type About } from '../features/about';
import { renderCard } from './hoverMarkdown';
import { markdown, type Markup } from './markup';
import type { Session } from './session';

/** @returns undefined where nothing is known of it (any more). */
export function renderAbout(
  { workspace, convert, l10n }: Session,
  uri: string,
  about: About,
  markup: Markup = markdown,
): string | undefined {
  const card = cardAbout(workspace.snapshot, convert.file(uri), about);
  return card && renderCard(card, markup, l10n, (at) => convert.location(at));
}
