/** The import order as Markdown. */
import type { L10n } from '../base/l10n';
import type { ImportOrder, ImportStep } from './importOrder';
import { cycleWords, expectationWords, reasonWords } from './importOrderWords';
import { escapeMarkdown } from './markdownText';

export function renderImportOrderMarkdown(l10n: L10n, { steps, cycles }: ImportOrder): string {
  const parts = [
    `# ${l10n.t('Order of imports')}`,
    steps.length === 0
      ? l10n.t('There is no solution here.')
      : steps.map((step, i) => renderStep(l10n, step, i)).join('\n'),
    ...(cycles.length === 0
      ? []
      : [`## ${l10n.t('Cycles')}`, cycles.map((cycle) => `- ${escapeMarkdown(cycleWords(l10n, cycle))}`).join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function renderStep(l10n: L10n, step: ImportStep, index: number): string {
  const { solution, version, reasons, expects } = step;
  const title = `${index + 1}. **${escapeMarkdown(solution)}**${version === undefined ? '' : ` ${escapeMarkdown(version)}`}`;
  const notes = [
    ...reasons.map((reason) => reasonWords(l10n, reason)),
    ...expects.map((expected) => expectationWords(l10n, expected)),
  ];
  // Below the text of the item, whose number may have several digits.
  return [title, ...notes.map((note) => `    - ${escapeMarkdown(note)}`)].join('\n');
}
