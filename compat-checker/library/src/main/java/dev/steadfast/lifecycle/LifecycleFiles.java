package dev.steadfast.lifecycle;

import dev.steadfast.spec.Document;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Reading;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A lifecycle and the specifications that it names, and the files that follow from them. */
public final class LifecycleFiles {

  /** Where a server finds the resource, in the class path. */
  public static final String RESOURCE = "META-INF/steadfast/lifecycle.json";

  private static final String BUNDLES = "META-INF/steadfast/openapi/";

  private final Lifecycle lifecycle;
  private final Map<String, Document> specs;

  private LifecycleFiles(Lifecycle lifecycle, Map<String, Document> specs) {
    this.lifecycle = lifecycle;
    this.specs = specs;
  }

  /** Reads the file and the specifications beside it, all problems at once. */
  public static Opened open(Source source) {
    Lifecycle.Reading reading = Lifecycle.read(source);
    Lifecycle lifecycle = reading.lifecycle();
    if (lifecycle == null) {
      return new Opened(null, reading.problems());
    }
    Map<String, Document> specs = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (ApiVersion version : lifecycle.versions()) {
      Said<String> spec = version.spec();
      if (spec != null) {
        Document document = read(source, spec, problems);
        if (document != null) {
          specs.put(version.name().value(), document);
        }
      }
    }
    return problems.isEmpty()
        ? new Opened(new LifecycleFiles(lifecycle, specs), List.of())
        : new Opened(null, problems);
  }

  private static @Nullable Document read(Source source, Said<String> spec, List<Problem> problems) {
    try {
      Reading reading = SpecReader.read(source.sibling(spec.value()));
      problems.addAll(reading.problems());
      return reading.document();
    } catch (IOException e) {
      problems.add(new Problem(spec.at(), "'" + spec.value() + "' " + e.getMessage()));
      return null;
    }
  }

  /**
   * What came out: everything, or why not.
   *
   * @param files null exactly when there are problems
   */
  public record Opened(@Nullable LifecycleFiles files, List<Problem> problems) {

    public Opened {
      problems = List.copyOf(problems);
    }
  }

  public Lifecycle lifecycle() {
    return lifecycle;
  }

  /** The map files of the edge: text by file name. */
  public Map<String, String> maps() {
    return new EdgeMaps(lifecycle).files();
  }

  /** The text of {@link #RESOURCE}. */
  public String resource() {
    return new LifecycleResource(lifecycle, specs).text();
  }

  /** {@link #RESOURCE} and the specifications that it names: text by path. */
  public Map<String, String> resources() {
    Map<String, String> files = new TreeMap<>();
    files.put(RESOURCE, resource());
    return files;
  }

  static String bundle(ApiVersion version) {
    return BUNDLES + version.name().value() + ".yaml";
  }
}
