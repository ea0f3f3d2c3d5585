package dev.steadfast.report;

import dev.steadfast.compat.Checker;
import dev.steadfast.compat.Policy;
import dev.steadfast.compat.Profile;
import dev.steadfast.compat.Removals;
import dev.steadfast.compat.RuleCatalogue;
import dev.steadfast.lifecycle.Lifecycle;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Reading;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pair of documents and compares them.
 *
 * @param config the policy file; null for the one beside the revision, if there is one
 * @param lifecycle the lifecycle file; null for the one beside the revision, if there is one
 * @param profile null for the policy's own
 * @param now decides which waivers have expired and which sunsets have passed
 * @param millis what to report for a start time of {@link System#nanoTime()}
 */
public record Judge(
    @Nullable Source config,
    @Nullable Source lifecycle,
    @Nullable Profile profile,
    Instant now,
    LongUnaryOperator millis) {

  private static final String POLICY_FILE = "steadfast.yaml";
  private static final String LIFECYCLE_FILE = "lifecycle.yaml";
  private static final int MAX_BYTES = 1 << 20;

  /** Never throws on what is in the documents. */
  public Result judge(String pair, Source base, Source revision) {
    long start = System.nanoTime();
    CompletableFuture<Reading> readingOfBase =
        CompletableFuture.supplyAsync(() -> SpecReader.read(base));
    Reading after = SpecReader.read(revision);
    Policy.Reading policy = policy(revision);
    Source lifecycleFile = lifecycle != null ? lifecycle : beside(revision, LIFECYCLE_FILE);
    List<Problem> faults = new ArrayList<>(policy.problems());
    Function<Document, Removals> removals =
        lifecycleFile == null
            ? old -> Removals.UNKNOWN
            : removals(lifecycleFile, List.of(base.name(), revision.name()), faults);
    Reading before = readingOfBase.join();
    Document old = before.document();
    Document changed = after.document();
    if (old == null || changed == null || policy.policy() == null || !faults.isEmpty()) {
      return new Result.Unreadable(
          pair,
          base.name(),
          revision.name(),
          Stream.of(before.problems(), after.problems(), faults).flatMap(List::stream).toList());
    }
    return new Result.Compared(
        pair,
        base.name(),
        revision.name(),
        Checker.check(old, changed, policy.policy(), removals.apply(old)),
        notes(before, after),
        millis.applyAsLong(start));
  }

  private Function<Document, Removals> removals(
      Source file, List<String> names, List<Problem> faults) {
    Lifecycle.Reading reading = Lifecycle.read(file);
    faults.addAll(reading.problems());
    Lifecycle read = reading.lifecycle();
    return old -> read == null ? Removals.UNKNOWN : Sunsets.of(read, old, names, now);
  }

  private static List<Problem> notes(Reading before, Reading after) {
    return Stream.concat(before.notes().stream(), after.notes().stream()).toList();
  }

  private Policy.Reading policy(Source revision) {
    Source file = config != null ? config : beside(revision, POLICY_FILE);
    Policy.Reading reading =
        file == null
            ? new Policy.Reading(Policy.strict(), List.of())
            : Policy.read(file, RuleCatalogue.ids(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    Policy policy = reading.policy();
    return policy == null || profile == null
        ? reading
        : new Policy.Reading(policy.over(profile), List.of());
  }

  /* Absent is usual. One that is there and may not be read is a problem, not absent. */
  private static @Nullable Source beside(Source revision, String name) {
    try {
      Source file = revision.sibling(name);
      return exists(file) ? file : null;
    } catch (IOException outside) {
      return null;
    }
  }

  private static boolean exists(Source file) {
    try {
      file.bytes(MAX_BYTES);
      return true;
    } catch (AccessDeniedException forbidden) {
      return true;
    } catch (IOException absent) {
      return false;
    }
  }
}
