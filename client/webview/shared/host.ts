/** The extension, as a page talks to it. VS Code gives it to each page once. */
declare function acquireVsCodeApi(): unknown;

/** @template Message what the page says; `State` is what VS Code keeps of it. */
export interface Host<Message, State> {
  postMessage(message: Message): void;
  getState(): unknown;
  setState(state: State): void;
}

export function acquireHost<Message, State>(): Host<Message, State> {
  return acquireVsCodeApi() as Host<Message, State>;
}
