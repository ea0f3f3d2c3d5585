package dev.steadfast.maven;

import dev.steadfast.lifecycle.LifecycleFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a server needs to tell clients of the end of a version: {@code
 * META-INF/steadfast/lifecycle.json}, and the specifications in which {@code Deprecation}, {@code
 * Sunset} and {@code Link} are declared on every answer that carries them.
 */
@Mojo(name = "headers", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class HeadersMojo extends AbstractMojo {

  /** The lifecycle; the specifications that it names lie in and below its folder. */
  @Parameter(property = "steadfast.lifecycle", defaultValue = "${project.basedir}/lifecycle.yaml")
  private @Nullable File lifecycle;

  /** Where the resources are written; by default they become part of the artifact. */
  @Parameter(
      property = "steadfast.headersFolder",
      defaultValue = "${project.build.outputDirectory}")
  private @Nullable File outputFolder;

  /** Leaves the goal out. */
  @Parameter(property = "steadfast.skip", defaultValue = "false")
  private boolean skip;

  private final MavenSession session;

  @Inject
  HeadersMojo(MavenSession session) {
    this.session = session;
  }

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      getLog().info("skipped");
      return;
    }
    if (lifecycle == null || outputFolder == null) {
      throw new MojoExecutionException("configure lifecycle and outputFolder");
    }
    LifecycleFiles files = LifecycleSources.open(lifecycle.toPath(), session);
    for (Map.Entry<String, String> file : files.resources().entrySet()) {
      write(outputFolder.toPath().resolve(file.getKey()), file.getValue());
    }
  }

  /* What is there already keeps its time, so that nothing is built again for it. */
  private void write(Path file, String text) throws MojoExecutionException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        getLog().info("wrote " + file);
      }
    } catch (IOException e) {
      throw new MojoExecutionException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
