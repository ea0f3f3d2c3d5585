package dev.steadfast.confirm;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a multipart body back out of a message, and says what a document has against
 * them: their media types and headers (OAS 3.1, Encoding Object; OAS 3.2 §4.14.5). It shares no
 * code with what wrote the message.
 */
final class WrittenParts {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[ ;]name=\"([^\"]*)\"");

  private WrittenParts() {}

  /**
   * Why a body has no room for its parts; empty when it has, or has no parts.
   *
   * @param of the Media Type Object, or the Encoding Object of a part that holds parts
   * @param schema of the whole; null when there is none
   */
  static String refusal(ObjectNode of, @Nullable ObjectNode schema, String type, String body) {
    Matcher boundary = BOUNDARY.matcher(type);
    if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/") || !boundary.find()) {
      return "";
    }
    String[] pieces = ("\r\n" + body).split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
    for (int i = 1; i < pieces.length - 1; i++) {
      String[] halves = pieces[i].strip().split("\r\n\r\n", 2);
      String refusal = part(of, schema, i - 1, halves[0], halves.length == 2 ? halves[1] : "");
      if (!refusal.isEmpty()) {
        return refusal;
      }
    }
    return "";
  }

  private static String part(
      ObjectNode of, @Nullable ObjectNode whole, int position, String head, String body) {
    List<String> lines = List.of(head.split("\r\n", -1));
    Matcher name = NAME.matcher(header(lines, "content-disposition"));
    String called = name.find() ? name.group(1) : "";
    boolean byPosition = called.isEmpty() || of.has("prefixEncoding") || of.has("itemEncoding");
    ObjectNode encoding = byPosition ? at(of, position) : named(of, called);
    ObjectNode schema = byPosition ? item(whole, position) : property(whole, called);
    String type = header(lines, "content-type");
    if (!takes(encoding, schema, byPosition, type)) {
      return "a part of the media type '" + type + "' is not declared";
    }
    ObjectNode headers = encoding == null ? null : MessageCheck.object(encoding.get("headers"));
    for (String key : headers == null ? List.<String>of() : headers.keys()) {
      ObjectNode declared = headers == null ? null : MessageCheck.object(headers.get(key));
      if (declared != null
          && MessageCheck.flag(declared, "required")
          && !key.equalsIgnoreCase("content-type")
          && header(lines, key.toLowerCase(Locale.ROOT)).isEmpty()) {
        return "header '" + key + "' of a part is missing";
      }
    }
    return encoding == null ? "" : refusal(encoding, schema, type, body);
  }

  private static String header(List<String> lines, String name) {
    for (String line : lines) {
      if (line.toLowerCase(Locale.ROOT).startsWith(name + ':')) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return "";
  }

  private static boolean takes(
      @Nullable ObjectNode encoding, @Nullable ObjectNode schema, boolean alone, String type) {
    if (encoding != null && (encoding.has("style") || encoding.has("explode"))) {
      return true;
    }
    String written = encoding == null ? "" : MessageCheck.text(encoding, "contentType");
    String types = written.isEmpty() ? usual(schema, alone) : written;
    return types.isEmpty()
        || Arrays.stream(types.split(",", -1))
            .anyMatch(one -> MediaNames.stands(one.strip(), type));
  }

  /* The default; empty where the schema does not tell it at first sight. */
  private static String usual(@Nullable ObjectNode schema, boolean alone) {
    if (schema == null
        || schema.has("contentMediaType")
        || schema.has("contentEncoding")
        || !(schema.get("type") instanceof StringNode type)) {
      return "";
    }
    return switch (type.value()) {
      case "string" ->
          MessageCheck.text(schema, "format").equals("binary")
              ? "application/octet-stream"
              : "text/plain";
      case "integer", "number", "boolean" -> "text/plain";
      case "object" -> "application/json";
      case "array" ->
          alone ? "application/json" : usual(MessageCheck.object(schema.get("items")), true);
      default -> "";
    };
  }

  private static @Nullable ObjectNode named(ObjectNode of, String name) {
    ObjectNode map = MessageCheck.object(of.get("encoding"));
    return map == null ? null : MessageCheck.object(map.get(name));
  }

  private static @Nullable ObjectNode at(ObjectNode of, int position) {
    return of.get("prefixEncoding") instanceof ArrayNode list && position < list.size()
        ? MessageCheck.object(list.get(position))
        : MessageCheck.object(of.get("itemEncoding"));
  }

  private static @Nullable ObjectNode property(@Nullable ObjectNode whole, String name) {
    ObjectNode all = whole == null ? null : MessageCheck.object(whole.get("properties"));
    return all == null ? null : MessageCheck.object(all.get(name));
  }

  private static @Nullable ObjectNode item(@Nullable ObjectNode whole, int position) {
    if (whole == null) {
      return null;
    }
    Node found =
        whole.get("prefixItems") instanceof ArrayNode list && position < list.size()
            ? list.get(position)
            : whole.get("items");
    return MessageCheck.object(found);
  }
}
