package dev.steadfast.compat;

import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Parameter;
import dev.steadfast.spec.Node;
import java.util.List;

/** The value of a parameter or header as text, by its media type or else by its style. */
final class ParameterText {

  private ParameterText() {}

  /** In a query or a cookie. */
  static List<String> pairs(Parameter parameter, Node value) {
    MediaType content = parameter.content();
    if (content != null) {
      String text = BodyText.of(content, value).text();
      return List.of(Percent.encode(parameter.name()) + '=' + Percent.encode(text));
    }
    boolean reserved = parameter.allowReserved();
    return new Spelling(
            parameter.wire(), reserved ? Percent::encodeKeepingReserved : Percent::encode)
        .pairs(parameter.name(), value);
  }

  /** As the whole query: a form is one as it is (OAS 3.2, Parameter Object). */
  static String query(Parameter parameter, Node value) {
    MediaType content = parameter.content();
    return content != null && content.range().form()
        ? BodyText.of(content, value).text()
        : Percent.encode(Spelling.plain(value));
  }

  /** In the path. */
  static String segment(Parameter parameter, Node value) {
    MediaType content = parameter.content();
    return content == null
        ? new Spelling(parameter.wire(), Percent::encode).text(parameter.name(), value)
        : Percent.encode(BodyText.of(content, value).text());
  }

  /** In a header. Header values are not escaped; what no header can hold is. */
  static String header(Parameter parameter, Node value) {
    MediaType content = parameter.content();
    String text =
        content == null
            ? new Spelling(parameter.wire(), raw -> raw).text(parameter.name(), value)
            : BodyText.of(content, value).text();
    return text.chars().allMatch(c -> c >= ' ' && c < 127) ? text.strip() : Percent.encode(text);
  }
}
