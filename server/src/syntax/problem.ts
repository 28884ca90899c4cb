import type { Message } from '../base/l10n';
import type { Span } from '../base/span';

/** Something that keeps a text from being well-formed. The message is a whole sentence for the person who edits it. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: Message;
}

/** Nobody reads more than this many problems of one file, and a file that is no JSON at all would give thousands. */
export const maxProblems = 100;
