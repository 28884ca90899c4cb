/** Reads the tables of expected findings in the READMEs of `test-fixtures`. They are the specification. */

export interface ExpectedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  /** `line:column`; undefined where the README does not fix it. */
  readonly at: string | undefined;
  readonly name: string;
}

export function expectedFindings(readme: string): ExpectedFinding[] {
  const findings: ExpectedFinding[] = [];
  for (const line of readme.split('\n')) {
    const [rule, severity, file, at, name] = cellsOf(line);
    if (
      rule === undefined ||
      file === undefined ||
      name === undefined ||
      !/^(error|warning|info|hint)$/.test(severity ?? '')
    )
      continue;
    findings.push({ rule, severity: severity ?? '', file, at: at === '–' ? undefined : at, name });
  }
  return findings;
}

/** The cells of a row of a Markdown table, without the marks of code around them. */
function cellsOf(line: string): string[] {
  if (!line.startsWith('| ')) return [];
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => withoutCode(cell.trim()).replaceAll('\\|', '|'));
}

function withoutCode(cell: string): string {
  const [, , code] = /^(`+) ?(.*?) ?\1$/.exec(cell) ?? [];
  return code ?? cell;
}
