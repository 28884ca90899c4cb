/** Wraps the handlers of messages, so that nothing that goes wrong in one reaches the client or ends the server. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node';
import type { Session } from './session';

export type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

type Handle<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/**
 * Gives a handler that waits until the workspace is read, and then answers.
 * @param method names the request in the log.
 * @param neutral is the answer after a crash.
 */
export function answer<P, R>(session: Session, method: string, neutral: R, handle: Handle<P, R>): Handler<P, R> {
  return answerAfter(session.indexing.whenDone.bind(session.indexing), session, method, neutral, handle);
}

/** Gives a handler that answers whatever else is going on: for what needs nothing of the workspace. */
export function answerAtOnce<P, R>(session: Session, method: string, neutral: R, handle: Handle<P, R>): Handler<P, R> {
  return answerAfter(() => undefined, session, method, neutral, handle);
}

function answerAfter<P, R>(
  wait: () => Promise<void> | undefined,
  { log }: Session,
  method: string,
  neutral: R,
  handle: Handle<P, R>,
): Handler<P, R> {
  return async (params, token) => {
    const start = performance.now();
    try {
      await wait();
      const result = token.isCancellationRequested ? undefined : await handle(params, token);
      if (result === undefined || token.isCancellationRequested) return cancelled();
      return result;
    } catch (error) {
      log.crash(method, documentUri(params), error);
      return neutral;
    } finally {
      log.duration(method, performance.now() - start);
    }
  };
}

/** For requests without parameters: their handlers are called with the token alone, unless a client sends some anyway. */
export function withoutParams<R>(
  handler: Handler<undefined, R>,
): (...args: readonly unknown[]) => ReturnType<typeof handler> {
  return (...args) => handler(undefined, args.at(-1) as CancellationToken);
}

/** Gives a handler of notifications and other news. Nobody waits for its end. */
export function follow<P>(
  { log }: Pick<Session, 'log'>,
  what: string,
  handle: (params: P) => unknown,
): (params: P) => void {
  return (params) => {
    // Begins at once: later messages must find what this one says done.
    const work = new Promise((resolve) => resolve(handle(params)));
    work.catch((error: unknown) => log.crash(what, documentUri(params), error));
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function documentUri(params: unknown): string | undefined {
  const document = (params as { readonly textDocument?: { readonly uri?: unknown } } | null)?.textDocument;
  return typeof document?.uri === 'string' ? document.uri : undefined;
}
