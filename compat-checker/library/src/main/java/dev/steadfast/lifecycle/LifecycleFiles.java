package dev.steadfast.lifecycle;

import dev.steadfast.spec.Document;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Reading;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import dev.steadfast.spec.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A lifecycle and the specifications that it names, and the files that follow from them. */
public final class LifecycleFiles {

  /** Where a server finds the resource, in the class path. */
  public static final String RESOURCE = "META-INF/steadfast/lifecycle.json";

  private static final int MAX_BYTES = Integer.MAX_VALUE - 8; // the reader has its own limit
  private static final String BUNDLES = "META-INF/steadfast/openapi/";

  private final Lifecycle lifecycle;
  private final Map<String, Document> specs; // by the version's name
  private final Map<String, String> texts; // of the specs, as their authors wrote them

  private LifecycleFiles(
      Lifecycle lifecycle, Map<String, Document> specs, Map<String, String> texts) {
    this.lifecycle = lifecycle;
    this.specs = specs;
    this.texts = texts;
  }

  /** Reads the file and the specifications beside it, all problems at once. */
  public static Opened open(Source source) {
    Lifecycle.Reading reading = Lifecycle.read(source);
    Lifecycle lifecycle = reading.lifecycle();
    if (lifecycle == null) {
      return new Opened(null, reading.problems());
    }
    LifecycleFiles files =
        new LifecycleFiles(lifecycle, new LinkedHashMap<>(), new LinkedHashMap<>());
    List<Problem> problems = new ArrayList<>();
    for (ApiVersion version : lifecycle.versions()) {
      Said<String> spec = version.spec();
      if (spec != null) {
        problems.addAll(files.read(version.name().value(), source, spec));
      }
    }
    return new Opened(problems.isEmpty() ? files : null, problems);
  }

  private List<Problem> read(String version, Source lifecycleFile, Said<String> spec) {
    try {
      Source source = lifecycleFile.sibling(spec.value());
      String text = new String(source.bytes(MAX_BYTES), StandardCharsets.UTF_8);
      Reading reading = SpecReader.read(source);
      Document document = reading.document();
      if (document != null) {
        specs.put(version, document);
        texts.put(version, text);
      }
      return reading.problems();
    } catch (IOException e) {
      return List.of(new Problem(spec.at(), "'" + spec.value() + "': " + e.getMessage()));
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

  /** The specifications by the names of their versions. */
  Map<String, Document> specs() {
    return Collections.unmodifiableMap(specs);
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
    for (ApiVersion version : lifecycle.versions()) {
      Document spec = specs.get(version.name().value());
      if (spec != null) {
        files.put(bundle(version), bundle(version, spec));
      }
    }
    return files;
  }

  /* Its author's text, comments and all, unless something has to be added. */
  private String bundle(ApiVersion version, Document spec) {
    String written = texts.getOrDefault(version.name().value(), "");
    if (spec.version() == Version.SWAGGER_2_0) {
      return written;
    }
    Bundle.Bundled bundled = Bundle.of(spec);
    boolean declared =
        new DeclaredHeaders(bundled.root(), (method, path) -> headers(version, method + ' ' + path))
            .declare();
    return declared || bundled.moved() ? Plain.yaml(bundled.root()) : written;
  }

  private Map<String, String> headers(ApiVersion version, String operation) {
    return version
        .operation(operation)
        .map(own -> Notices.of(lifecycle, version, own))
        .orElseGet(() -> Notices.of(lifecycle, version))
        .headers();
  }

  static String bundle(ApiVersion version) {
    return BUNDLES + version.name().value() + ".yaml";
  }
}
