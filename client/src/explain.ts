/** Shows what a rule is about: its page comes with the extension. */
import { commands, l10n, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { showMarkdown } from './showMarkdown';

export function activateExplain({ extensionUri, subscriptions }: ExtensionContext): void {
  const pages = Uri.joinPath(extensionUri, 'docs', 'rules');
  subscriptions.push(
    commands.registerCommand('connref.explain', async (argument: unknown) => {
      const rule = isRuleId(argument) ? argument : await chooseRule(pages);
      if (rule !== undefined) await showMarkdown(Uri.joinPath(pages, `${rule}.md`));
    }),
  );
}

/** Commands can be called from anywhere, with anything. */
function isRuleId(argument: unknown): argument is string {
  return typeof argument === 'string' && /^[a-z][a-z-]*$/.test(argument);
}

async function chooseRule(pages: Uri): Promise<string | undefined> {
  const files = await workspace.fs.readDirectory(pages);
  const rules = files.map(([name]) => name.replace(/\.md$/, '')).filter(isRuleId);
  return window.showQuickPick(rules.sort(), { title: l10n.t('Explain a rule') });
}
