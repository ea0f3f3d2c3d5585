package dev.steadfast.reference.documentation;

import dev.steadfast.reference.version.ApiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The specification of one version, and the page that is made of it when it is first asked for. */
final class Document {
  private final String yaml;
  private @Nullable String page;

  private Document(String yaml) {
    this.yaml = yaml;
  }

  /** The version's document on the class path. */
  static Document of(ApiVersion version) {
    String name = "/payments-" + version.label() + ".yaml";
    try (InputStream in = Document.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the specification is not on the class path: " + name);
      }
      return new Document(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String yaml() {
    return yaml;
  }

  synchronized String page() {
    if (page == null) {
      page = Page.of(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }
    return page;
  }
}
