package dev.steadfast.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a lifecycle must keep. */
public enum LifecycleRule {
  BROWNOUT_MISPLACED(
      "A brownout lies outside the time between deprecation and sunset, or in another one",
      "Clients that were not told are refused, or the edge and the servers disagree.",
      "Move the window between deprecated and sunset, and keep windows apart."),
  CURRENT_NOT_UNIQUE(
      "Two versions are current",
      "A request that names no version would have two answers.",
      "Deprecate the older version; without a sunset it stays supported for as long as you like."),
  DATE_MISSING(
      "A state has no date",
      "Servers and clients cannot be told since when, or until when.",
      "Add the date that the state stands for."),
  DATE_REWRITTEN(
      "A date that had passed was changed",
      "Clients were told otherwise, and logs and contracts quote it.",
      "Put the old date back; announce a new one instead."),
  DATES_OUT_OF_ORDER(
      "Dates are not in the order of a life",
      "RFC 9745 §4: a sunset is never before its deprecation; a client that reads both headers"
          + " would be told of the past.",
      "Order them: released, announced, deprecated, sunset, removed."),
  DEPRECATION_WITHOUT_SUCCESSOR(
      "Something is deprecated with neither a successor nor a reason",
      "Its users know that they must go, and not where to.",
      "Name a 'successor', or say in 'reason' why there is none."),
  ENTRY_FORGOTTEN(
      "The baseline has an entry that is gone before it was retired",
      "A promise of dates is dropped, and its headers with it.",
      "Put the entry back; it may go when its sunset has passed."),
  NOTICE_TOO_SHORT(
      "The time from announcement to sunset is shorter than the minimum notice",
      "Clients plan with the notice that they were promised.",
      "Move the sunset, or announce earlier next time."),
  SPEC_DEPRECATION_MISSING(
      "The lifecycle deprecates what the specification does not",
      "Documentation and generated clients do not warn their users.",
      "Write 'deprecated: true' there."),
  SPEC_DEPRECATION_UNLISTED(
      "The specification deprecates what the lifecycle does not list",
      "Nobody is told since when, until when, and what to use instead.",
      "List it under 'operations' or 'fields' of its version."),
  SPEC_FIELD_UNKNOWN(
      "The specification has no such field",
      "What is misspelt is never deprecated, and never accepted as removed.",
      "Correct the name; a retired field may be missing."),
  SPEC_HEADER_DIFFERS(
      "An example of Deprecation, Sunset or Link is not what servers send",
      "Clients are tested against examples.",
      "Copy the value, or let 'steadfast lifecycle headers' declare the header."),
  SPEC_OPERATION_UNKNOWN(
      "The specification has no such operation",
      "What is misspelt is never deprecated, and never accepted as removed.",
      "Correct method and path, without the base path; a retired operation may be missing."),
  SPEC_SERVER_DIFFERS(
      "No server of the specification ends with the base path",
      "Clients call where the version is not served, and the edge routes them elsewhere.",
      "Correct 'basePath' or 'servers'."),
  SPEC_VERSION_DIFFERS(
      "info.version belongs to another version",
      "The wrong document would be judged, served and deprecated.",
      "Correct 'spec', or 'info.version'."),
  STATE_CONTRADICTS_DATE(
      "The state is not the one of its dates",
      "Servers answer by the dates, people read the state.",
      "Change the state, or the date if the plan has changed."),
  STATE_MOVED_BACK(
      "The state is an earlier one than in the baseline",
      "Clients have acted on the later one.",
      "Put the later state back; what was retired returns under a new name."),
  SUCCESSOR_UNUSABLE(
      "The successor does not exist, or ends no later",
      "Users move twice, or nowhere.",
      "Name something that is current and lives longer."),
  SUNSET_MOVED_EARLIER(
      "The sunset is earlier than in the baseline",
      "Clients planned with the date that they were told.",
      "Keep the date, or a later one.");

  private final String summary;
  private final String why;
  private final String fix;

  LifecycleRule(String summary, String why, String fix) {
    this.summary = summary;
    this.why = why;
    this.fix = fix;
  }

  /** The name in kebab-case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One sentence, no final period. */
  public String summary() {
    return summary;
  }

  /** Who is hurt and how. */
  public String why() {
    return why;
  }

  /** What to do instead. */
  public String fix() {
    return fix;
  }

  /** The rule of that id. */
  public static Optional<LifecycleRule> named(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }
}
