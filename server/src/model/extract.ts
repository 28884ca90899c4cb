/** From a file's kind and text to its facts: the one door through which texts enter the engine. */
import { extractAgent, extractYamlAgent } from './agent';
import { extractBaseline } from './baseline';
import { extractConfiguration } from './configuration';
import { extractConnector } from './connector';
import { extractCustomizations } from './customizations';
import type { Facts } from './facts';
import type { FileKind } from './fileKind';
import { extractFlow } from './flow';
import { extractFlowMetadata } from './flowMetadata';
import { extractSettings } from './settings';
import { extractSolution } from './solution';
import { extractAgentWorkspace } from './agentWorkspace';
import {
  extractAgentReferences,
  extractCanvasApp,
  extractEnvironmentVariable,
  extractEnvironmentVariableValue,
} from './users';
import {
  extractSolutionPart,
  extractXmlReference,
  extractYamlReference,
  extractYamlSolution,
  extractYamlVariable,
} from './yamlSolution';

const extractors: Readonly<Record<FileKind, (text: string) => Facts | undefined>> = {
  flow: extractFlowOrSettings,
  flowMetadata: extractFlowMetadata,
  customizations: extractCustomizations,
  solution: extractSolution,
  settings: (text) => extractSettings(text) ?? extractBaseline(text),
  canvasApp: extractCanvasApp,
  agentReferences: extractAgentReferences,
  agentWorkspace: extractAgentWorkspace,
  agent: extractAgent,
  yamlAgent: extractYamlAgent,
  environmentVariable: extractEnvironmentVariable,
  environmentVariableValue: extractEnvironmentVariableValue,
  connector: extractConnector,
  yamlSolution: extractYamlSolution,
  solutionPart: extractSolutionPart,
  yamlReference: extractYamlReference,
  xmlReference: extractXmlReference,
  yamlVariable: extractYamlVariable,
  configuration: extractConfiguration,
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
