/** The import order as Markdown. */
import type { ImportOrder, ImportStep } from './importOrder';
import { cycleWords, expectationWords, reasonWords } from './importOrderWords';
import { escapeMarkdown } from './markdownText';

export function renderImportOrderMarkdown({ steps, cycles }: ImportOrder): string {
  const parts = [
    '# Order of imports',
    steps.length === 0 ? 'There is no solution here.' : steps.map(renderStep).join('\n'),
    ...(cycles.length === 0
      ? []
      : ['## Cycles', cycles.map((cycle) => `- ${escapeMarkdown(cycleWords(cycle))}`).join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function renderStep(step: ImportStep, index: number): string {
  const { solution, version, reasons, expects } = step;
  const title = `${index + 1}. **${escapeMarkdown(solution)}**${version === undefined ? '' : ` ${escapeMarkdown(version)}`}`;
  const notes = [...reasons.map(reasonWords), ...expects.map(expectationWords)];
  // Below the text of the item, whose number may have several digits.
  return [title, ...notes.map((note) => `    - ${escapeMarkdown(note)}`)].join('\n');
}
