/** What a rule is. Each stands in a file of its own, named by its id; `registry.ts` lists them. */
import type { L10n } from '../base/l10n';
import type { Facts } from '../model/facts';
import type { FileId, FilePlace, Place } from '../model/place';
import type { Configuration } from '../project/configuration';
import type { Snapshot } from '../project/snapshot';
import type { Draft } from '../refactor/draft';
import type { RefactorRequest } from '../refactor/request';

export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

export interface Rule {
  /** Stable and public: settings, suppressions and links use it. */
  readonly id: string;
  /** The default; each can be set to another one. */
  readonly severity: Severity | 'off';
  /** The kinds of files that it can find something in; where it isn't said, any in which something can't be read. */
  readonly kinds?: readonly Facts['kind'][];
  /** Whether editors fade the range: it could go. */
  readonly unnecessary?: true;
  /** Whether it runs after the others, because it is about what they found. */
  readonly isAboutFindings?: true;
  readonly docs: RuleDocs;
  /** Finds what is wrong in one file. It is silent where it can't be sure. */
  check(input: CheckInput): Iterable<RuleFinding>;
}

/** What the rule's page says; Markdown. */
export interface RuleDocs {
  /** One line, for tables. */
  readonly summary: string;
  /** Why it matters, and what to do. */
  readonly details: string;
  /**
   * Small workspaces in one string each: `//- <path>` starts a file, `⟦…⟧` marks each finding of this rule. They are
   * run as tests. Where none of the files is a `Solution.xml`, a plain one is added.
   */
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

export interface CheckInput {
  readonly file: FileId;
  readonly facts: Facts;
  readonly snapshot: Snapshot;
  /** What holds for the file. */
  readonly configuration: Configuration;
  /** Whether the file lies outside of all that is opened: most of what it is about may not be here. */
  readonly isOutside: boolean;
  /** Says messages and titles of fixes in the language of who reads them. */
  readonly l10n: L10n;
  /** Ids of all rules that there are. */
  readonly ruleIds: readonly string[];
  /** A file's findings, suppressed ones among them; of the file under check, those of the rules that run before. */
  findingsOf(file: FileId): readonly Finding[];
}

export interface RuleFinding {
  readonly place: Place;
  readonly message: string;
  /** Where it is not the rule's. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  /** Computed when somebody asks: the check of a whole workspace asks for none. Best first. */
  readonly fixes?: () => readonly Fix[];
  /** Whether there are any, where that takes less than computing them. */
  readonly hasFixes?: () => boolean;
}

export interface RelatedPlace {
  readonly at: FilePlace;
  readonly message: string;
}

/** A finding of a rule in a file, with what the rule's meta say. */
export interface Finding extends RuleFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly file: FileId;
  /** Says that and why nobody is to be told. */
  readonly suppressed?: SuppressedBy;
}

export interface SuppressedBy {
  readonly by: 'configuration' | 'comment' | 'baseline';
  readonly reason?: string;
  /** Where it is said: the configuration, the baseline or the file with the comment, and which entry of it. */
  readonly from: FileId;
  readonly entry: number;
}

export interface Fix {
  readonly title: string;
  /** Fixes of one group can be made together for a flow, a solution, the workspace. */
  readonly group?: FixGroup;
  /** The one that most people want, of those for one finding. */
  readonly preferred?: true;
  /** Whether it changes other files than the finding's, so that people want to see it before it is made. */
  readonly reachesFurther?: true;
  /** Whether it leaves nothing to decide, so that it may be made on save. */
  readonly isSafe?: true;
  /** What an editor asks for instead, where it can ask people: they decide what is open, and read what gets lost. */
  readonly request?: RefactorRequest;
  /** Makes it in a draft, in which other fixes may have been made before. */
  apply(draft: Draft): void;
}

export type FixGroup = 'remove-connections' | 'use-reference' | 'correct-name' | 'update-settings';
