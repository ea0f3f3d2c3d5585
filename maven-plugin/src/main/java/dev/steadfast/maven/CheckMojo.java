package dev.steadfast.maven;

import dev.steadfast.compat.Profile;
import dev.steadfast.compat.Severity;
import dev.steadfast.report.Format;
import dev.steadfast.report.Judge;
import dev.steadfast.report.Result;
import dev.steadfast.spec.Source;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build when an API description breaks a promise of an older one.
 *
 * <p>Without an older one there is nothing to break: the goal says so and passes.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

  private static final String NEVER = "never";
  private static final List<String> THRESHOLDS = List.of("error", "warning", "info", NEVER);

  /**
   * The old document: a file, {@code git:REF:PATH} (PATH from the top of the repository, or from
   * the module when it starts with {@code ./}), or a Maven coordinate {@code
   * group:artifact:version[:path]}, where path is a file in the artifact's jar or zip. The version
   * can be a range, such as {@code (,${project.version})}, or {@code RELEASE}: the highest released
   * version is taken, and for the project's own artifact the highest one below {@code
   * ${project.version}}.
   */
  @Parameter(property = "steadfast.base")
  private @Nullable String base;

  /** The new document, a file of the module. */
  @Parameter(property = "steadfast.revision")
  private @Nullable String revision;

  /** Several pairs in place of one: {@code <pair><base/><revision/><name/></pair>}. */
  @Parameter private @Nullable List<Comparison> pairs;

  /** The build fails from this severity on: error, warning, info, never. */
  @Parameter(property = "steadfast.failOn", defaultValue = "error")
  private String failOn = "error";

  /** How changes are rated: strict, zalando, google, azure, github, stripe. */
  @Parameter(property = "steadfast.profile")
  private @Nullable String profile;

  /** The policy; by default {@code steadfast.yaml} beside the new document, if there is one. */
  @Parameter(property = "steadfast.config")
  private @Nullable File config;

  /**
   * What may be removed when; by default {@code lifecycle.yaml} beside the new document, if there
   * is one. A removal is accepted once its sunset has passed.
   */
  @Parameter(property = "steadfast.lifecycle")
  private @Nullable File lifecycle;

  /** Judges as if it were then, {@code 2027-12-01T00:00:00Z}; now by default. */
  @Parameter(property = "steadfast.at")
  private @Nullable String at;

  /**
   * Which reports to write: text, json, sarif, github, markdown, junit. Each is a file {@code
   * EXECUTION_ID.FORMAT} in the report folder; github goes to standard output instead.
   */
  @Parameter(property = "steadfast.formats")
  private @Nullable List<String> formats;

  /** Where reports are written. */
  @Parameter(
      property = "steadfast.reportFolder",
      defaultValue = "${project.build.directory}/steadfast")
  private @Nullable File reportFolder;

  /** Whether the build fails when there is no old document. */
  @Parameter(property = "steadfast.requireBase", defaultValue = "false")
  private boolean requireBase;

  /** Leaves the goal out. */
  @Parameter(property = "steadfast.skip", defaultValue = "false")
  private boolean skip;

  private final RepositorySystem repositories;
  private final MavenSession session;
  private final MavenProject project;
  private final MojoExecution execution;

  @Inject
  CheckMojo(
      RepositorySystem repositories,
      MavenSession session,
      MavenProject project,
      MojoExecution execution) {
    this.repositories = repositories;
    this.session = session;
    this.project = project;
    this.execution = execution;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped");
      return;
    }
    List<Format> asked = formats();
    Optional<Severity> threshold = threshold();
    Reports reports =
        new Reports(
            folder(reportFolder), execution.getExecutionId(), execution.getPlugin().getVersion());
    List<Result> results = compare();
    try {
      reports.write(asked, results);
    } catch (IOException e) {
      throw new MojoExecutionException("a report cannot be written: " + e.getMessage(), e);
    }
    conclude(results, threshold, reports);
  }

  private List<Result> compare() throws MojoExecutionException {
    Path folder = project.getBasedir().toPath().toAbsolutePath().normalize();
    Path top = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    Judge judge = judge(top);
    Baselines baselines =
        new Baselines(
            folder, top, new Releases(repositories, session.getRepositorySession(), project));
    List<Result> results = new ArrayList<>();
    List<Comparison> comparisons = comparisons();
    for (Comparison comparison : comparisons) {
      Path file = folder.resolve(comparison.revision()).normalize();
      Source after = ProjectFile.of(file, top);
      String name = comparisons.size() == 1 ? "" : comparison.name();
      Baseline before = baselines.find(comparison.base(), comparison.revision());
      if (before instanceof Baseline.Found found) {
        getLog().info(after.name() + " against " + found.source().name());
        results.add(judge.judge(name, found.source(), after));
      } else if (before instanceof Baseline.Absent absent) {
        skip(after, absent);
      }
    }
    return results;
  }

  private void skip(Source revision, Baseline.Absent absent) throws MojoExecutionException {
    String reason = revision.name() + " has no base yet: " + absent.why();
    if (requireBase) {
      throw new MojoExecutionException(reason);
    }
    getLog().warn(reason + "; skipped");
  }

  private List<Comparison> comparisons() throws MojoExecutionException {
    boolean one = base != null || revision != null;
    boolean several = pairs != null && !pairs.isEmpty();
    if (one == several) {
      throw new MojoExecutionException(
          "configure either base and revision, or pairs"
              + (one ? "; both are set" : "; neither is set"));
    }
    List<Comparison> comparisons =
        pairs != null && several ? pairs : List.of(new Comparison(null, base, revision));
    for (Comparison comparison : comparisons) {
      if (comparison.base().isEmpty() || comparison.revision().isEmpty()) {
        throw new MojoExecutionException(
            "a comparison needs both: base '"
                + comparison.base()
                + "', revision '"
                + comparison.revision()
                + "'");
      }
    }
    return comparisons;
  }

  private Judge judge(Path top) throws MojoExecutionException {
    Profile chosen = null;
    if (profile != null) {
      chosen = Profile.named(profile).orElse(null);
      if (chosen == null) {
        throw notOneOf("profile", profile, Profile.names());
      }
    }
    return new Judge(
        optional(config, top),
        optional(lifecycle, top),
        chosen,
        BuildClock.at(at),
        start -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  private static @Nullable Source optional(@Nullable File file, Path top) {
    return file == null ? null : ProjectFile.of(file.toPath().toAbsolutePath().normalize(), top);
  }

  private Optional<Severity> threshold() throws MojoExecutionException {
    if (!THRESHOLDS.contains(failOn)) {
      throw notOneOf("failOn", failOn, THRESHOLDS);
    }
    return failOn.equals(NEVER)
        ? Optional.empty()
        : Optional.of(Severity.valueOf(failOn.toUpperCase(Locale.ROOT)));
  }

  private List<Format> formats() throws MojoExecutionException {
    List<Format> asked = new ArrayList<>();
    for (String name : formats == null ? List.<String>of() : formats) {
      Optional<Format> format = Format.named(name.strip());
      if (format.isEmpty()) {
        throw notOneOf("formats", name.strip(), Format.names());
      }
      asked.add(format.get());
    }
    return asked;
  }

  private void conclude(List<Result> results, Optional<Severity> threshold, Reports reports)
      throws MojoExecutionException, MojoFailureException {
    List<String> failing = new ArrayList<>();
    boolean unanswered = false;
    for (Result result : results) {
      boolean unreadable = result instanceof Result.Unreadable;
      unanswered |= unreadable;
      if (unreadable || fails(result, threshold)) {
        failing.add(reports.text(result));
      } else {
        reports.text(result).lines().forEach(getLog()::info);
      }
    }
    String message = '\n' + String.join("\n", failing);
    if (unanswered) {
      throw new MojoExecutionException(message);
    }
    if (!failing.isEmpty()) {
      throw new MojoFailureException(message);
    }
  }

  private static boolean fails(Result result, Optional<Severity> threshold) {
    return result.match(
        compared ->
            threshold.isPresent() && compared.verdict().counts().atLeast(threshold.get()) > 0,
        unreadable -> true);
  }

  private static Path folder(@Nullable File folder) {
    return folder == null ? Path.of("") : folder.toPath();
  }

  private static MojoExecutionException notOneOf(String name, String value, List<String> allowed) {
    return new MojoExecutionException(
        name + " '" + value + "' is not one of " + String.join(", ", allowed));
  }
}
