/**
 * Opens a page with what a report of an issue should tell of versions, sizes and durations. Names, paths and contents
 * are never part of it, and nothing is sent: a person reads it, adds what happened, and shares it or does not.
 */
import { commands, env, l10n, UIKind, version, window, workspace, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { statisticsMethod, type Duration, type Statistics } from '../../server/src/lsp/protocol';

/** A server that is in trouble may be what the report is about. */
const answerMilliseconds = 5000;

/** Called before the server starts, so that its start can be reported too. */
export function activateReportIssue(context: ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    commands.registerCommand('connref.reportIssue', async () => {
      const content = renderReport(context, await askStatistics(client));
      await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
    }),
  );
}

async function askStatistics(client: LanguageClient): Promise<Statistics | undefined> {
  if (!client.isRunning()) return undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), answerMilliseconds));
  const answer = client.sendRequest<Statistics>(statisticsMethod).catch(() => undefined);
  return Promise.race([answer, late]);
}

function renderReport(context: ExtensionContext, statistics: Statistics | undefined): string {
  return [
    `# ${l10n.t('Connref: report of an issue')}`,
    l10n.t('This page holds no names, paths or contents of your files, and nothing was sent. Share it as you like.'),
    `## ${l10n.t('What happened, and what should have happened')}`,
    '',
    `## ${l10n.t('Versions')}`,
    list(versionsOf(context, statistics)),
    `## ${l10n.t('Settings that are not the default')}`,
    list(changedSettings(context).map((name) => `\`${name}\``)),
    `## ${l10n.t('Workspace')}`,
    list(statistics ? workspaceLines(statistics) : [l10n.t('The language server does not answer.')]),
    '',
  ].join('\n\n');
}

function versionsOf({ extension }: ExtensionContext, statistics: Statistics | undefined): readonly string[] {
  const { version: own } = extension.packageJSON as { readonly version: string };
  const shell = env.uiKind === UIKind.Web ? l10n.t('browser') : l10n.t('desktop');
  return [
    `Connref ${own}`,
    `${env.appName} ${version}, ${shell}, ${env.language}`,
    `${process.platform} ${process.arch}, Node ${statistics?.node ?? process.version}`,
    l10n.t('Remote: {0}', env.remoteName ?? l10n.t('no')),
    l10n.t('Trusted: {0}', workspace.isTrusted ? l10n.t('yes') : l10n.t('no')),
  ];
}

/** Names only: a value may name something. */
function changedSettings({ extension }: ExtensionContext): readonly string[] {
  const { contributes } = extension.packageJSON as {
    readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, unknown>> } };
  };
  return Object.keys(contributes.configuration.properties).filter((name) => {
    const setting = workspace.getConfiguration().inspect(name);
    const values = [setting?.globalValue, setting?.workspaceValue, setting?.workspaceFolderValue];
    return values.some((value) => value !== undefined && !isSame(value, setting?.defaultValue));
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function workspaceLines(statistics: Statistics): readonly string[] {
  const { folders, solutions, flows, files, unreadable, read, check, crashes, memoryMegabytes } = statistics;
  return [
    l10n.t('Folders: {0}, solutions: {1}, flows: {2}', folders, solutions, flows),
    ...Object.entries(files).map(([kind, count]) => l10n.t('Files of kind {0}: {1}', kind, count)),
    l10n.t('Files that could not be read: {0}', unreadable),
    l10n.t('Read: {0}', inWords(read)),
    l10n.t('Checked: {0}', inWords(check)),
    l10n.t('Failures since the start: {0}', crashes),
    l10n.t('Memory of the language server: {0} MB', memoryMegabytes),
  ];
}

function inWords(duration: Duration | undefined): string {
  if (!duration) return l10n.t('not yet');
  return l10n.t('{0} files in {1} ms', duration.files, Math.round(duration.milliseconds));
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? l10n.t('None.') : lines.map((line) => `- ${line}`).join('\n');
}
