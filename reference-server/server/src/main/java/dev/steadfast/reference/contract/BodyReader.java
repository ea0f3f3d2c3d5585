package dev.steadfast.reference.contract;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads bodies as JSON in UTF-8 (RFC 8259), without what readers disagree about: repeated names,
 * text after the value, other encodings, endless nesting (RFC 7493).
 */
final class BodyReader {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 100;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /**
   * The value of a body.
   *
   * @throws ProblemException when it is not JSON
   */
  JsonNode read(byte[] body) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("The body is not UTF-8.");
    }
    JsonNode value;
    try {
      value = json.readTree(text);
    } catch (JacksonException e) {
      throw malformed("The body is not JSON" + place(e.getLocation()) + ".");
    }
    if (value == null || value.isMissingNode()) {
      throw malformed("The body is empty.");
    }
    return value;
  }

  /* A limit that is passed, such as the depth, has no place. */
  private static String place(@Nullable TokenStreamLocation location) {
    return location == null
        ? ", or passes a limit"
        : ": see line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(PaymentProblem.MALFORMED_REQUEST, detail);
  }
}
