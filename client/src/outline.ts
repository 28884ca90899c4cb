/**
 * VS Code has an outline of JSON by itself. Where two extensions give one, it shows both as groups, and lists everything
 * twice in "Go to Symbol" and the breadcrumbs. So Connref's outline of JSON files is there for those who want it.
 */
import { workspace, type TextDocument } from 'vscode';

export function showsOutline({ languageId }: TextDocument): boolean {
  return !languageId.startsWith('json') || workspace.getConfiguration('connref').get('outline.json', false);
}
