/** Turns direct connections into connection references; where none fits, somebody decides whether to create it. */
import { l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ConvertRequest, Target } from '../../../server/src/lsp/protocol';
import { applyRequest, planChange } from './apply';

type Scope = Exclude<ConvertRequest['scope'], 'entry'>;

export async function convert(client: LanguageClient, { file }: Target, scope: Scope): Promise<void> {
  if (file === undefined && scope !== 'workspace') {
    void window.showInformationMessage(l10n.t('Open a flow first.'));
    return;
  }
  const request: ConvertRequest = {
    kind: 'convert',
    scope,
    // A reference of another solution would make an import depend on that one.
    declares: true,
    ...(file !== undefined && { file }),
  };
  const creates = await decideCreating(client, request);
  if (creates !== undefined) await applyRequest(client, { ...request, creates });
}

/** Asks only where creating would help. Undefined when somebody thought better of it all. */
async function decideCreating(client: LanguageClient, request: ConvertRequest): Promise<boolean | undefined> {
  const [without, creating] = await Promise.all([
    planChange(client, request),
    planChange(client, { ...request, creates: true }),
  ]);
  const missing = without.left.length - creating.left.length;
  if (missing <= 0) return false;
  const create = l10n.t('Create What Is Missing');
  const leave = l10n.t('Leave These');
  const message =
    missing === 1
      ? l10n.t('No connection reference fits 1 of the connections.')
      : l10n.t('No connection reference fits {0} of the connections.', missing);
  const detail = l10n.t(
    'Connref can create one for each connector and solution, with proposed names and an empty entry in each settings file. You see all changes before they are made.',
  );
  const answer = await window.showInformationMessage(message, { modal: true, detail }, create, leave);
  return answer === undefined ? undefined : answer === create;
}
