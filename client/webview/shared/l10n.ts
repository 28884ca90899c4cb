/** Texts in the language of VS Code: the extension puts its bundle into the page. */
import { l10nFrom } from '../../../server/src/base/l10n';

export const l10n = l10nFrom(JSON.parse(document.body.dataset.texts ?? '{}') as Record<string, string>);
