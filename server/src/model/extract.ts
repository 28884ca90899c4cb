/** From a file's kind and text to its facts: the one door through which texts enter the engine. */
import { extractCustomizations } from './customizations';
import type { Facts } from './facts';
import type { FileKind } from './fileKind';
import { extractFlow } from './flow';
import { extractFlowMetadata } from './flowMetadata';
import { extractSettings } from './settings';
import { extractSolution } from './solution';
import { extractAgentReferences, extractCanvasApp, extractEnvironmentVariable } from './users';

const extractors: Readonly<Record<FileKind, (text: string) => Facts | undefined>> = {
  flow: extractFlowOrSettings,
  flowMetadata: extractFlowMetadata,
  customizations: extractCustomizations,
  solution: extractSolution,
  settings: extractSettings,
  canvasApp: extractCanvasApp,
  agentReferences: extractAgentReferences,
  environmentVariable: extractEnvironmentVariable,
};

/** Never throws. @returns undefined when the text turns out to hold no facts. */
export function extractFacts(kind: FileKind, text: string): Facts | undefined {
  return extractors[kind](text);
}

/** Settings are known by their content wherever they lie, also in a folder of that name which holds pipelines. */
function extractFlowOrSettings(text: string): Facts {
  const flow = extractFlow(text);
  return flow.hasDefinition ? flow : (extractSettings(text) ?? flow);
}
