/** Merges references of one connector into one of them. What differs is told before. */
import { l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ReferenceChoice, Target } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { inventoryFor, isSameName, referenceItem } from './choices';
import { pick, pickMany, runSteps, then } from './dialog';

interface Merge {
  readonly into?: ReferenceChoice;
  readonly from?: readonly string[];
}

export async function mergeReferences(client: LanguageClient, target: Target): Promise<void> {
  const { reference, connector, from } = target;
  if (reference !== undefined && from !== undefined) {
    await applyRequest(client, { kind: 'merge', into: reference, from });
    return;
  }
  const { references } = await inventoryFor(client, target.file);
  const othersOf = (one: ReferenceChoice | undefined): readonly ReferenceChoice[] =>
    references.filter((other) => other !== one && isSameName(other.connector, one?.connector));
  const mergeable = references.filter((one) => othersOf(one).length > 0);
  const ofConnector = mergeable.filter((one) => connector === undefined || isSameName(one.connector, connector));
  const choices = ofConnector.length > 0 ? ofConnector : reference === undefined ? mergeable : [];
  if (choices.length === 0) {
    void window.showInformationMessage(l10n.t('There are no two connection references of one connector to merge.'));
    return;
  }
  const chosen = await runSteps<Merge>(l10n.t('Merge Connection References'), {}, () => [
    async (known, asking) => {
      const items = choices.map((value) => ({ ...referenceItem(value), value }));
      // The one that is used most is the one to keep, unless somebody knows better.
      const most = Math.max(...choices.map(({ uses }) => uses));
      const answer = await pick<ReferenceChoice>(asking, items, {
        placeholder: l10n.t('The reference that stays'),
        active: (one) => (known.into ? one === known.into : one.uses === most),
      });
      return then(answer, (into) => ({ into }));
    },
    async (known, asking) => {
      const items = othersOf(known.into).map((one) => ({
        ...referenceItem(one),
        picked: known.from?.includes(one.logicalName) ?? isSameName(one.logicalName, reference),
      }));
      const placeholder = l10n.t("Those that become '{0}'", known.into?.title ?? '');
      return then(await pickMany(asking, items, placeholder), (names) => ({ ...known, from: names }));
    },
  ]);
  if (!chosen?.into || !chosen.from) return;
  await applyRequest(client, { kind: 'merge', into: chosen.into.logicalName, from: chosen.from });
}
