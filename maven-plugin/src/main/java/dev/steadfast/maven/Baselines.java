package dev.steadfast.maven;

import dev.steadfast.spec.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** Finds the old document where a build says it is. */
final class Baselines {

  private static final String GIT = "git:";
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final Path folder;
  private final Path top;
  private final Releases releases;

  /**
   * @param folder of the module; file names start here
   * @param top where the build was started; messages name files from here
   */
  Baselines(Path folder, Path top, Releases releases) {
    this.folder = folder;
    this.top = top;
    this.releases = releases;
  }

  /**
   * The old document.
   *
   * @param base a file, {@code git:REF:PATH} or a {@link Coordinate}
   * @param revision file name of the new document; its ending is the type of an artifact that is a
   *     document
   * @throws MojoExecutionException when the place cannot be looked at
   */
  Baseline find(String base, String revision) throws MojoExecutionException {
    if (base.startsWith(GIT)) {
      return git(base);
    }
    Optional<Coordinate> coordinate = Coordinate.parse(base);
    return coordinate.isPresent() ? released(coordinate.get(), revision) : file(base);
  }

  private Baseline file(String base) throws MojoExecutionException {
    Path file;
    try {
      file = folder.resolve(base).normalize();
    } catch (InvalidPathException e) {
      throw new MojoExecutionException("base '" + base + "' is no file name", e);
    }
    ProjectFile source = ProjectFile.of(file, top);
    return Files.exists(file)
        ? new Baseline.Found(source)
        : new Baseline.Absent(source.name() + " does not exist");
  }

  private Baseline git(String base) throws MojoExecutionException {
    int colon = base.indexOf(':', GIT.length());
    if (colon <= GIT.length() || colon + 1 == base.length()) {
      throw new MojoExecutionException(
          "base '" + base + "' is not git:REF:PATH, for example git:origin/main:api/payments.yaml");
    }
    Source source =
        Source.git(folder, base.substring(GIT.length(), colon), base.substring(colon + 1));
    try {
      source.bytes(LONGEST);
      return new Baseline.Found(source);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("does not exist in") || message.contains("exists on disk, but not in")) {
        return new Baseline.Absent(message);
      }
      throw new MojoExecutionException(base + ": " + message, e);
    }
  }

  private Baseline released(Coordinate coordinate, String revision) throws MojoExecutionException {
    if (coordinate.version().equals("LATEST")) {
      throw new MojoExecutionException(
          coordinate + ": LATEST can be a snapshot, write RELEASE, a range or a version");
    }
    Coordinate one = coordinate;
    if (coordinate.open()) {
      Optional<String> last = releases.lastVersion(coordinate);
      if (last.isEmpty()) {
        return new Baseline.Absent(
            coordinate
                + (releases.offline()
                    ? " has no release in the local repository, and Maven is offline"
                    : " has no release"));
      }
      one = coordinate.at(last.get());
    }
    if (one.path().isEmpty()) {
      String ending = revision.substring(revision.lastIndexOf('.') + 1);
      Path file = releases.file(one, List.of(ending));
      return new Baseline.Found(new ReleasedFile(Source.file(file), one.toString()));
    }
    return inArchive(one);
  }

  private Baseline inArchive(Coordinate one) throws MojoExecutionException {
    Path archive = releases.file(one, List.of("jar", "zip"));
    String artifact = one.group() + ':' + one.artifact() + ':' + one.version();
    ArchivedFile source = ArchivedFile.of(archive, artifact, one.path());
    try {
      return source.exists()
          ? new Baseline.Found(source)
          : new Baseline.Absent(artifact + " has no " + source.path());
    } catch (IOException e) {
      throw new MojoExecutionException(one + ": " + archive + ": " + e.getMessage(), e);
    }
  }
}
