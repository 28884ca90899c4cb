/** The matrix, the needs and the order of imports, for documents and pipes. */
import { english } from '../base/l10n';
import { importOrder } from '../features/importOrder';
import { renderImportOrderMarkdown } from '../features/importOrderMarkdown';
import { cycleWords, expectationWords, reasonWords } from '../features/importOrderWords';
import { buildMatrix, environmentsOf } from '../features/matrix';
import { renderMatrixCsv } from '../features/matrixCsv';
import { renderMatrixMarkdown } from '../features/matrixMarkdown';
import type { Matrix } from '../features/matrixModel';
import { cellText, rowNotes } from '../features/matrixWords';
import { findNeeds, type NeededConnection, type Needs } from '../features/needs';
import { renderNeedsMarkdown } from '../features/needsMarkdown';
import { bindingWords, connectorWords, neededByWords, unknownFlowWords } from '../features/needsWords';
import type { FileSystem } from '../host/fileSystem';
import { fold } from '../model/names';
import type { Flow, Snapshot } from '../project/snapshot';
import type { MatrixFormat, TextFormat } from './arguments';
import { resolvePath } from './paths';
import { adviseName, asJson, makeReport, type Report, type ReportInput, unknownSolution } from './report';
import { printable } from './terminal';

export function matrixReport(input: ReportInput, format: MatrixFormat): Report {
  return makeReport(input, ({ snapshot }) => {
    const matrix = buildMatrix(snapshot);
    const render: Readonly<Record<MatrixFormat, () => string>> = {
      csv: () => renderMatrixCsv(matrix),
      markdown: () => renderMatrixMarkdown(matrix),
      json: () => asJson(matrix),
      text: () => matrixText(matrix),
    };
    return { text: render[format]() };
  });
}

export interface NeedsOptions {
  readonly format: TextFormat;
  /** As typed. */
  readonly flow: string | undefined;
  readonly solution: string | undefined;
  readonly environment: string | undefined;
  readonly currentFolder: string;
}

export function needsReport(input: ReportInput, options: NeedsOptions): Report {
  return makeReport(input, ({ snapshot }) => {
    const chosen = chooseFlows(snapshot, input.disk, options);
    if ('wrong' in chosen) return chosen;
    const environment = chooseEnvironment(snapshot, options.environment);
    if (typeof environment === 'object') return environment;
    const needs = findNeeds(snapshot, chosen.flows, environment);
    const render: Readonly<Record<TextFormat, () => string>> = {
      markdown: () => renderNeedsMarkdown(english, needs, chosen.about),
      json: () => asJson({ about: chosen.about, ...needs }),
      text: () => needsText(needs, chosen.about),
    };
    return { text: render[options.format]() };
  });
}

export function orderReport(input: ReportInput, format: TextFormat): Report {
  return makeReport(input, ({ snapshot }) => {
    const order = importOrder(snapshot);
    const render: Readonly<Record<TextFormat, () => string>> = {
      markdown: () => renderImportOrderMarkdown(english, order),
      json: () => asJson(order),
      text: () =>
        lines([
          ...order.steps.flatMap(({ solution, version, reasons, expects }, i) => [
            `${i + 1}. ${solution}${version === undefined ? '' : ` ${version}`}`,
            ...reasons.map((reason) => `   ${reasonWords(english, reason)}`),
            ...expects.map((expected) => `   ${expectationWords(english, expected)}`),
          ]),
          ...order.cycles.map((cycle) => cycleWords(english, cycle)),
        ]),
    };
    return { text: render[format]() };
  });
}

interface Chosen {
  readonly flows: readonly Flow[];
  readonly about: string;
}

function chooseFlows(
  snapshot: Snapshot,
  disk: FileSystem,
  { flow, solution, currentFolder }: NeedsOptions,
): Chosen | { readonly wrong: string } {
  if (flow !== undefined) {
    const found = snapshot.flowAt(resolvePath(flow, currentFolder, disk));
    return found ? { flows: [found], about: found.name } : { wrong: `'${flow}' is no flow of the workspace.` };
  }
  if (solution === undefined) {
    return { flows: snapshot.flows.filter((own) => own.solution !== undefined), about: 'the workspace' };
  }
  const found = snapshot.solutions.filter(({ name }) => fold(name) === fold(solution));
  const [first] = found;
  if (first) return { flows: found.flatMap(({ flows }) => flows), about: first.name };
  return { wrong: unknownSolution(snapshot, solution) };
}

function chooseEnvironment(
  snapshot: Snapshot,
  typed: string | undefined,
): string | undefined | { readonly wrong: string } {
  if (typed === undefined) return undefined;
  const names = environmentsOf(snapshot);
  const found = names.find((name) => fold(name) === fold(typed));
  return found ?? { wrong: `There are no settings for '${typed}' here. ${adviseName('--environment', typed, names)}` };
}

function matrixText(matrix: Matrix): string {
  return lines(
    matrix.rows.flatMap(({ title, logicalName, connector, cells }) => {
      const notes = rowNotes(english, matrix, cells);
      return [
        `${nameOf({ title, logicalName })}${connector ? ` · ${connector.title}` : ''}`,
        ...cells.map((cell, i) => `  ${matrix.environments[i] ?? ''}: ${cellText(english, cell) || '–'}`),
        ...(notes === '' ? [] : [`  ! ${notes}`]),
      ];
    }),
  );
}

function needsText({ environment, connections, unknownFlows }: Needs, about: string): string {
  const place = environment === undefined ? '' : ` in ${environment}`;
  const own = connections.filter(({ runsWith }) => runsWith === 'embedded');
  const brought = connections.filter(({ runsWith }) => runsWith === 'invoker');
  return lines([
    `Whoever turns on ${about}${place} must own, or be allowed to use:`,
    ...(own.length === 0 ? ['  no connection'] : own.flatMap(needText)),
    ...(brought.length === 0
      ? []
      : ['Whoever runs it brings a connection of their own:', ...brought.flatMap(needText)]),
    ...unknownFlows.map((flow) => `Not known: ${unknownFlowWords(english, flow)}`),
  ]);
}

function needText({ connector, reference, binding, neededBy }: NeededConnection): string[] {
  const bound =
    binding && [...binding.values, bindingWords(english, binding)].filter((part) => part !== undefined).join(' ');
  return [
    `  ${connectorWords(english, connector)}${reference ? ` · ${nameOf(reference)}` : ''}`,
    ...(bound === undefined ? [] : [`    ${bound}`]),
    `    for ${neededBy.map((flow) => neededByWords(english, flow)).join(', ')}`,
  ];
}

function nameOf({ title, logicalName }: { readonly title: string; readonly logicalName: string }): string {
  return title === logicalName ? title : `${title} (${logicalName})`;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${printable(text)}\n`).join('');
}
