/** Numbers as Markdown. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function markdown({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

export function milliseconds(time: number): string {
  return `${time.toFixed(time < 20 ? 2 : 0)} ms`;
}

export function mebibytes(memory: number | undefined): string {
  return memory === undefined ? '–' : `${memory.toFixed(0)} MiB`;
}
