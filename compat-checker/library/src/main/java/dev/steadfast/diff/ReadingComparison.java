package dev.steadfast.diff;

import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Facets;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.StringNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What leaves the JSON value as it is and changes how it is read: the content of a text (JSON
 * Schema 2020-12 Validation §8) and the form in XML (OAS 3.1, XML Object).
 */
final class ReadingComparison extends Comparison {

  /* These write the text as it is (RFC 2045 §6.2). */
  private static final Set<String> IDENTITY = Set.of("", "7bit", "8bit", "binary");

  /* These are formats, and judged as such. */
  private static final Set<String> FORMATS = Set.of("base64", "base64url");

  ReadingComparison(PairFacts facts) {
    super(facts);
  }

  @Override
  void compare() {
    if (mayBeText(base) && mayBeText(revision)) {
      encoding();
      mediaType();
    }
    xml();
  }

  private static boolean mayBeText(Facets facets) {
    return facets.types().isEmpty() || facets.types().contains("string");
  }

  private void encoding() {
    String was = text(base, "contentEncoding").toLowerCase(Locale.ROOT);
    String now = text(revision, "contentEncoding").toLowerCase(Locale.ROOT);
    boolean left = !IDENTITY.contains(now);
    boolean came = !IDENTITY.contains(was);
    boolean asFormat = (!left || FORMATS.contains(now)) && (!came || FORMATS.contains(was));
    if (!was.equals(now) && !asFormat) {
      content("contentEncoding", left, came);
    }
  }

  private void mediaType() {
    String was = text(base, "contentMediaType");
    String now = text(revision, "contentMediaType");
    MediaRange before = range(was);
    MediaRange after = range(now);
    if (!before.equals(after)) {
      content("contentMediaType", !after.covers(before), !before.covers(after));
    } else if (before.json()) {
      inner();
    }
  }

  /* Bytes of any type say nothing about what they are. */
  private static MediaRange range(String name) {
    MediaRange range = MediaRange.of(name.isEmpty() ? "*/*" : name);
    return range.subtype().equals("octet-stream") ? MediaRange.of("*/*") : range;
  }

  private void content(String keyword, boolean left, boolean came) {
    Answer example = inclusion.example(pair.sender().whole());
    add(
        SchemaFact.CONTENT,
        text(base, keyword),
        text(revision, keyword),
        node(base, keyword),
        node(revision, keyword),
        left ? example : PairFacts.none(),
        came ? example : PairFacts.none());
  }

  /* A JSON text must hold a value of the inner schema (JSON Schema 2020-12 Validation §8.5). */
  private void inner() {
    if (inclusion.same(base.contentSchema(), revision.contentSchema())) {
      return;
    }
    add(
        SchemaFact.CONTENT,
        "",
        "",
        node(base, "contentSchema"),
        node(revision, "contentSchema"),
        asText(inclusion.outside(base.contentSchema(), revision.contentSchema())),
        asText(inclusion.outside(revision.contentSchema(), base.contentSchema())));
  }

  private static Answer asText(Answer inner) {
    return inner instanceof Answer.Inhabited inhabited
        ? new Answer.Inhabited(StringNode.of(inhabited.value().toString()))
        : inner;
  }

  private void xml() {
    XmlForm was = XmlForm.of(base);
    XmlForm now = XmlForm.of(revision);
    if (!was.isSameAs(now)) {
      Answer example = inclusion.example(pair.sender().whole());
      add(
          SchemaFact.XML,
          was.toString(),
          now.toString(),
          base.annotation("xml"),
          revision.annotation("xml"),
          example,
          example);
    }
  }

  private void add(
      SchemaFact fact,
      String was,
      String now,
      @Nullable Node baseNode,
      @Nullable Node revisionNode,
      Answer left,
      Answer came) {
    facts.addReading(
        fact,
        was,
        now,
        baseNode == null ? base.node() : baseNode,
        revisionNode == null ? revision.node() : revisionNode,
        left,
        came);
  }

  private static String text(Facets facets, String keyword) {
    return facets.content(keyword) instanceof StringNode string ? string.value() : "";
  }

  private static @Nullable Node node(Facets facets, String keyword) {
    return facets.content(keyword);
  }
}
