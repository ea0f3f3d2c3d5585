package dev.steadfast.confirm;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.BasicDialectRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Draft201909;
import com.networknt.schema.dialect.Draft4;
import com.networknt.schema.dialect.Draft6;
import com.networknt.schema.dialect.Draft7;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.SchemaLoader;
import com.networknt.schema.serialization.NodeReader;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** networknt's validator, set up to take trees as they are and to load nothing it does not need. */
final class Networknt {

  private static final Map<String, Dialect> DIALECTS = new ConcurrentHashMap<>();
  private static final List<String> VOCABULARIES =
      List.of("core", "applicator", "unevaluated", "validation");

  private Networknt() {}

  /** A registry whose schemas come from the translation, one for each IRI that it gave out. */
  static SchemaRegistry registry(Function<String, JsonNode> schemas) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .preloadSchema(false)
            .formatAssertionsEnabled(true)
            .losslessNarrowing(true)
            .messageSource((key, text, locale, arguments) -> key)
            .regularExpressionFactory(Lazy::new)
            .build();
    return SchemaRegistry.builder()
        .defaultDialectId(dialectId(dev.steadfast.spec.Dialect.DRAFT_2020_12))
        .dialectRegistry(
            new BasicDialectRegistry(id -> DIALECTS.computeIfAbsent(id, Networknt::dialect)))
        .schemaLoader(new Loader())
        .nodeReader(new Reader(schemas))
        .schemaRegistryConfig(config)
        .build();
  }

  /** The {@code $schema} that stands for the dialect after translation. */
  static String dialectId(dev.steadfast.spec.Dialect dialect) {
    return switch (dialect) {
      case DRAFT_04 -> SpecificationVersion.DRAFT_4.getDialectId();
      case DRAFT_06 -> SpecificationVersion.DRAFT_6.getDialectId();
      case DRAFT_07 -> SpecificationVersion.DRAFT_7.getDialectId();
      case DRAFT_2019_09 -> SpecificationVersion.DRAFT_2019_09.getDialectId();
      case DRAFT_2020_12, OPENAPI_3_0 -> SpecificationVersion.DRAFT_2020_12.getDialectId();
    };
  }

  private static Dialect dialect(String id) {
    Dialect.Builder builder;
    if (id.equals(SpecificationVersion.DRAFT_4.getDialectId())) {
      builder = Dialect.builder(Draft4.getInstance());
    } else if (id.equals(SpecificationVersion.DRAFT_6.getDialectId())) {
      builder = Dialect.builder(Draft6.getInstance());
    } else if (id.equals(SpecificationVersion.DRAFT_7.getDialectId())) {
      builder = Dialect.builder(Draft7.getInstance());
    } else if (id.equals(SpecificationVersion.DRAFT_2019_09.getDialectId())) {
      builder = Dialect.builder(Draft201909.getInstance());
    } else {
      builder = draft202012(id);
    }
    return builder
        .keyword(Listed.ENUM)
        .keyword(Listed.CONST)
        .formats(
            formats -> {
              formats.clear();
              formats.putAll(AssertedFormat.ALL);
            })
        .build();
  }

  /* networknt's own would load its formats, the slowest part of its start. */
  private static Dialect.Builder draft202012(String id) {
    Dialect.Builder builder =
        Dialect.builder(id)
            .specificationVersion(SpecificationVersion.DRAFT_2020_12)
            .keywords(KeywordType.getKeywords(SpecificationVersion.DRAFT_2020_12))
            .keyword(KeywordType.FORMAT);
    for (String vocabulary : VOCABULARIES) {
      builder.vocabulary("https://json-schema.org/draft/2020-12/vocab/" + vocabulary);
    }
    return builder;
  }

  /** Carries an IRI where networknt expects bytes. */
  private static final class IriStream extends InputStream {

    private final String iri;

    IriStream(String iri) {
      this.iri = iri;
    }

    @Override
    public int read() {
      return -1;
    }
  }

  private static final class Loader extends SchemaLoader {

    Loader() {
      super(List.of(), List.of());
    }

    @Override
    public InputStreamSource getSchemaResource(AbsoluteIri iri) {
      return () -> new IriStream(iri.toString());
    }
  }

  private record Reader(Function<String, JsonNode> schemas) implements NodeReader {

    @Override
    public JsonNode readTree(String content, InputFormat format) {
      throw new IllegalStateException("values are given as trees, not as " + format);
    }

    @Override
    public JsonNode readTree(InputStream content, InputFormat format) {
      return schemas.apply(((IriStream) content).iri);
    }
  }

  /* networknt compiles every pattern of a schema, also those that the value never meets. */
  private static final class Lazy implements com.networknt.schema.regex.RegularExpression {

    private final String source;
    private @Nullable EcmaPattern pattern;

    Lazy(String source) {
      this.source = source;
    }

    @Override
    public boolean matches(String text) {
      EcmaPattern ready = pattern;
      if (ready == null) {
        ready = EcmaPattern.of(source);
        pattern = ready;
      }
      return ready.matches(text);
    }
  }
}
