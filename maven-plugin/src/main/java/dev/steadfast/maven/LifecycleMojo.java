package dev.steadfast.maven;

import dev.steadfast.lifecycle.Lifecycle;
import dev.steadfast.lifecycle.LifecycleCheck;
import dev.steadfast.lifecycle.LifecycleFiles;
import dev.steadfast.lifecycle.LifecycleFinding;
import dev.steadfast.report.LifecycleReport;
import dev.steadfast.report.Style;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build when the lifecycle of an API breaks a promise: dates in disorder, too little
 * notice, states that move back, specifications that tell another story.
 */
@Mojo(name = "lifecycle", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LifecycleMojo extends AbstractMojo {

  /** The lifecycle; the specifications that it names lie in and below its folder. */
  @Parameter(property = "steadfast.lifecycle", defaultValue = "${project.basedir}/lifecycle.yaml")
  private @Nullable File lifecycle;

  /**
   * The lifecycle that clients know: a file, {@code git:REF:PATH}, or a Maven coordinate {@code
   * group:artifact:version:path} as the goal {@code check} takes it. Without one, states are judged
   * by their dates only.
   */
  @Parameter(property = "steadfast.lifecycleBase")
  private @Nullable String base;

  /** Judges as if it were then, {@code 2027-12-01T00:00:00Z}; now by default. */
  @Parameter(property = "steadfast.at")
  private @Nullable String at;

  /** Leaves the goal out. */
  @Parameter(property = "steadfast.skip", defaultValue = "false")
  private boolean skip;

  private final RepositorySystem repositories;
  private final MavenSession session;
  private final MavenProject project;

  @Inject
  LifecycleMojo(RepositorySystem repositories, MavenSession session, MavenProject project) {
    this.repositories = repositories;
    this.session = session;
    this.project = project;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped");
      return;
    }
    if (lifecycle == null) {
      throw new MojoExecutionException("configure lifecycle");
    }
    Instant now = BuildClock.at(at);
    LifecycleFiles files = LifecycleSources.open(lifecycle.toPath(), session);
    List<LifecycleFinding> findings = LifecycleCheck.check(files, base(), now);
    String text = text(files.lifecycle().at().file(), now, findings);
    if (!findings.isEmpty()) {
      throw new MojoFailureException('\n' + text);
    }
    text.lines().forEach(getLog()::info);
  }

  private @Nullable Lifecycle base() throws MojoExecutionException {
    if (base == null || base.isBlank()) {
      return null;
    }
    Path folder = project.getBasedir().toPath().toAbsolutePath().normalize();
    Path top = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    Releases releases = new Releases(repositories, session.getRepositorySession(), project);
    Baseline found = new Baselines(folder, top, releases).find(base.strip(), "lifecycle.yaml");
    if (found instanceof Baseline.Found file) {
      getLog().info("against " + file.source().name());
      return LifecycleSources.read(file.source());
    }
    if (found instanceof Baseline.Absent absent) {
      getLog().warn("no base yet: " + absent.why());
    }
    return null;
  }

  private static String text(String file, Instant now, List<LifecycleFinding> findings) {
    StringWriter out = new StringWriter();
    try {
      new LifecycleReport(file, now).text(findings, Style.PLAIN, out);
    } catch (IOException impossible) {
      throw new IllegalStateException("a StringWriter failed", impossible);
    }
    return out.toString().stripTrailing();
  }
}
