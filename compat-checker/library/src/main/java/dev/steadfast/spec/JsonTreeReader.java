package dev.steadfast.spec;

import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON (RFC 8259). */
final class JsonTreeReader {

  /* The limits are ours: TreeBuilder and Numbers watch them, with places. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;
  private final TreeBuilder builder;
  private final StringPool pool = new StringPool();

  private JsonTreeReader(JsonParser parser, TreeBuilder builder) {
    this.parser = parser;
    this.builder = builder;
  }

  static Node read(Text text, TreeBuilder builder) throws UnreadableException {
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), text.chars(), 0, text.length())) {
      JsonTreeReader reader = new JsonTreeReader(parser, builder);
      if (parser.nextToken() == null) {
        throw new UnreadableException("the file is empty", 1, 1);
      }
      Node root = reader.value();
      if (parser.nextToken() != null) {
        TokenStreamLocation at = parser.currentTokenLocation();
        throw UnreadableException.syntax(
            "content after the end of the JSON document", at.getLineNr(), at.getColumnNr());
      }
      return root;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String message = "not JSON: " + e.getOriginalMessage();
      throw at == null
          ? UnreadableException.syntax(message, 1, 1)
          : UnreadableException.syntax(
              message, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
  }

  private Node value() throws UnreadableException {
    TokenStreamLocation at = parser.currentTokenLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(line, column);
    }
    if (token == JsonToken.START_ARRAY) {
      return array(line, column);
    }
    builder.spend(line, column);
    return switch (token) {
      case VALUE_STRING -> new StringNode(text(), line, column);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(line, column);
      case VALUE_TRUE -> new BooleanNode(true, line, column);
      case VALUE_FALSE -> new BooleanNode(false, line, column);
      default -> new NullNode(line, column);
    };
  }

  private String text() {
    return pool.get(
        parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
  }

  private Node object(int line, int column) throws UnreadableException {
    builder.open(line, column);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      TokenStreamLocation at = parser.currentTokenLocation();
      builder.announce(parser.currentName(), at.getLineNr(), at.getColumnNr());
      parser.nextToken();
      builder.value(value());
    }
    return builder.closeObject(builder.size(), line, column);
  }

  private Node array(int line, int column) throws UnreadableException {
    builder.open(line, column);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      builder.announce(null, 0, 0);
      builder.value(value());
    }
    return builder.closeArray(line, column);
  }

  private Node number(int line, int column) {
    BigDecimal value =
        Numbers.decimal(
            parser.getStringCharacters(),
            parser.getStringOffset(),
            parser.getStringLength(),
            builder.limits());
    if (value == null) {
      builder.problem(Numbers.outOfRange(builder.limits()), line, column);
      return new NumberNode(BigDecimal.ZERO, line, column);
    }
    return new NumberNode(value, line, column);
  }
}
