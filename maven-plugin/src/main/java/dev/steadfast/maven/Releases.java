package dev.steadfast.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.version.Version;

/** Released artifacts, resolved as Maven resolves dependencies of the project. */
final class Releases {

  private static final String ANY = "(,)";

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final MavenProject project;
  private final List<RemoteRepository> repositories;

  Releases(RepositorySystem system, RepositorySystemSession session, MavenProject project) {
    this.system = system;
    this.session = session;
    this.project = project;
    this.repositories = project.getRemoteProjectRepositories();
  }

  /** Whether only the local repository is asked. */
  boolean offline() {
    return session.isOffline();
  }

  /**
   * The highest released version that is meant; empty when there is none.
   *
   * @throws MojoExecutionException when a repository could not be asked and no other knows one
   */
  Optional<String> lastVersion(Coordinate coordinate) throws MojoExecutionException {
    VersionRangeRequest request =
        new VersionRangeRequest(
            new DefaultArtifact(
                coordinate.group(), coordinate.artifact(), "pom", range(coordinate)),
            repositories,
            "");
    VersionRangeResult result = versions(request, coordinate);
    List<Version> versions = result.getVersions();
    for (int i = versions.size() - 1; i >= 0; i--) {
      String version = versions.get(i).toString();
      if (!request.getArtifact().setVersion(version).isSnapshot()) {
        return Optional.of(version);
      }
    }
    for (Exception exception : result.getExceptions()) {
      if (!(exception instanceof MetadataNotFoundException)) {
        throw new MojoExecutionException(
            "the versions of " + coordinate + " cannot be listed: " + exception.getMessage(),
            exception);
      }
    }
    return Optional.empty();
  }

  private VersionRangeResult versions(VersionRangeRequest request, Coordinate coordinate)
      throws MojoExecutionException {
    try {
      return system.resolveVersionRange(session, request);
    } catch (VersionRangeResolutionException e) {
      throw new MojoExecutionException(
          "'" + coordinate.version() + "' in " + coordinate + " is no range of versions", e);
    }
  }

  /* A maintenance branch is compared with its own line: nothing above the project's own version. */
  private String range(Coordinate coordinate) {
    if (!coordinate.version().equals(Coordinate.RELEASE)) {
      return coordinate.version();
    }
    boolean own =
        coordinate.group().equals(project.getGroupId())
            && coordinate.artifact().equals(project.getArtifactId());
    return own ? "(," + project.getVersion() + ')' : ANY;
  }

  /**
   * The file of an artifact, with the first of these extensions that exists.
   *
   * @throws MojoExecutionException when there is none, or it cannot be fetched
   */
  Path file(Coordinate coordinate, List<String> extensions) throws MojoExecutionException {
    ArtifactResolutionException first = null;
    for (String extension : extensions) {
      Artifact artifact =
          new DefaultArtifact(
              coordinate.group(), coordinate.artifact(), extension, coordinate.version());
      try {
        return system
            .resolveArtifact(session, new ArtifactRequest(artifact, repositories, ""))
            .getArtifact()
            .getFile()
            .toPath();
      } catch (ArtifactResolutionException e) {
        first = first == null ? e : first;
      }
    }
    throw new MojoExecutionException(
        coordinate + " cannot be resolved: " + (first == null ? "" : first.getMessage()), first);
  }
}
