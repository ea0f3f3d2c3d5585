package dev.steadfast.maven;

import dev.steadfast.lifecycle.Lifecycle;
import dev.steadfast.lifecycle.LifecycleFiles;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads the lifecycle of a build. */
final class LifecycleSources {

  private LifecycleSources() {}

  /**
   * The file and the specifications that it names.
   *
   * @throws MojoExecutionException when one cannot be read; it lists every problem
   */
  static LifecycleFiles open(Path file, MavenSession session) throws MojoExecutionException {
    Path top = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    LifecycleFiles.Opened opened =
        LifecycleFiles.open(ProjectFile.of(file.toAbsolutePath().normalize(), top));
    LifecycleFiles files = opened.files();
    if (files == null) {
      throw new MojoExecutionException('\n' + lines(opened.problems()));
    }
    return files;
  }

  /**
   * A lifecycle by itself.
   *
   * @throws MojoExecutionException when it cannot be read; it lists every problem
   */
  static Lifecycle read(Source source) throws MojoExecutionException {
    Lifecycle.Reading reading = Lifecycle.read(source);
    Lifecycle lifecycle = reading.lifecycle();
    if (lifecycle == null) {
      throw new MojoExecutionException('\n' + lines(reading.problems()));
    }
    return lifecycle;
  }

  private static String lines(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.at() + ": error: " + problem.message())
        .collect(Collectors.joining("\n"));
  }
}
