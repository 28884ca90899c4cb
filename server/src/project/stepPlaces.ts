/** Where the parts of a step stand. */
import type { Step } from '../model/facts';
import type { PathPlace } from '../model/place';

/** The connection key that a step names, without the expression around it; the step itself where it names none. */
export function stepKeyPlace({ path, key }: Step): PathPlace {
  if (!key) return { path, onKey: true };
  const keyPath = [...path, ...key.path];
  return key.inExpression ? { path: keyPath, part: key.name.replaceAll("'", "''"), behind: "'" } : { path: keyPath };
}

export function apiIdPlace({ path }: Step): PathPlace {
  return { path: [...path, 'inputs', 'host', 'apiId'] };
}

/** The GUID of the child flow that a step calls. */
export function childFlowPlace({ path }: Step): PathPlace {
  return { path: [...path, 'inputs', 'host', 'workflowReferenceName'] };
}
