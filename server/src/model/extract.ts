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
  flow: extractFlow,
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
