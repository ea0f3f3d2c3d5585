package dev.steadfast.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents that grow with one number, each with the change that its revision makes. */
final class Families {

  private Families() {}

  /**
   * A family of pairs.
   *
   * @param sizes growing by the same factor
   * @param base the document of a size
   * @param revision the same document, changed
   */
  record Family(
      String name, List<Integer> sizes, IntFunction<String> base, IntFunction<String> revision) {}

  static List<Family> all() {
    return List.of(
        family("schemas each naming the next twice", 17, Families::doubling),
        family("paths, as many schemas", 750, Families::flat),
        family("clusters of 8 mutually recursive schemas", 25, Families::recursive),
        family("callbacks in a cycle", 50, Families::callbacks),
        family("parts of one allOf", 100, Families::wideAllOf),
        family("alternatives of one oneOf", 50, Families::wideOneOf),
        family("operations that share one schema", 250, Families::shared));
  }

  private interface Writer {
    String document(int size, String changed);
  }

  private static Family family(String name, int smallest, Writer writer) {
    return new Family(
        name,
        List.of(smallest, smallest * 2, smallest * 4),
        size -> writer.document(size, "9"),
        size -> writer.document(size, "5"));
  }

  private static String doubling(int size, String changed) {
    String schemas =
        members(
            size,
            i ->
                i == size - 1
                    ? String.format(
                        Locale.ROOT, "\"S%d\":{\"type\":\"string\",\"maxLength\":%s}", i, changed)
                    : String.format(
                        Locale.ROOT,
                        "\"S%d\":{\"type\":\"object\",\"properties\":{\"l\":%s,\"r\":%s}}",
                        i,
                        ref("schemas/S" + (i + 1)),
                        ref("schemas/S" + (i + 1))));
    return document(post("/things", "S0"), "\"schemas\":{" + schemas + "}");
  }

  private static String flat(int size, String changed) {
    String paths = members(size, i -> post("/things" + i, "S" + i));
    String schemas =
        members(size, i -> String.format(Locale.ROOT, "\"S%d\":%s", i, named(changed)));
    return document(paths, "\"schemas\":{" + schemas + "}");
  }

  private static String recursive(int size, String changed) {
    String paths = members(size, i -> post("/things" + i, "S" + i + "x0"));
    String schemas =
        members(
            size * 8,
            i ->
                String.format(
                    Locale.ROOT,
                    "\"S%dx%d\":{\"type\":\"object\",\"properties\":{%s,\"name\":%s}}",
                    i / 8,
                    i % 8,
                    members(
                        8,
                        j ->
                            String.format(
                                Locale.ROOT, "\"to%d\":%s", j, ref("schemas/S" + i / 8 + "x" + j))),
                    "{\"type\":\"string\",\"maxLength\":" + (i % 8 == 7 ? changed : "9") + "}"));
    return document(paths, "\"schemas\":{" + schemas + "}");
  }

  private static String callbacks(int size, String changed) {
    String path = "\"/things\":{\"post\":{" + calling(0) + ok() + "}}";
    String callbacks =
        members(
            size,
            i ->
                String.format(
                    Locale.ROOT,
                    "\"C%d\":{\"{$request.body#/url}\":{\"post\":{%s%s%s}}}",
                    i,
                    body(named(changed)),
                    calling((i + 1) % size),
                    ok()));
    return document(path, "\"callbacks\":{" + callbacks + "}");
  }

  private static String calling(int callback) {
    return "\"callbacks\":{\"on\":" + ref("callbacks/C" + callback) + "},";
  }

  private static String wideAllOf(int size, String changed) {
    String parts = members(size, i -> ref("schemas/P" + i));
    String schemas =
        members(
            size,
            i ->
                String.format(
                    Locale.ROOT,
                    "\"P%d\":{\"type\":\"object\",\"properties\":{\"p%d\":{\"type\":\"string\",\"maxLength\":%s}}}",
                    i,
                    i,
                    i % 10 == 0 ? changed : "9"));
    return document(
        post("/things", "S"), "\"schemas\":{\"S\":{\"allOf\":[" + parts + "]}," + schemas + "}");
  }

  private static String wideOneOf(int size, String changed) {
    String parts = members(size, i -> ref("schemas/P" + i));
    String schemas =
        members(
            size,
            i ->
                String.format(
                    Locale.ROOT,
                    "\"P%d\":{\"type\":\"object\",\"required\":[\"kind\"],\"properties\":{\"kind\":{\"const\":\"k%d\"},\"v\":{\"type\":\"string\",\"maxLength\":%s}}}",
                    i,
                    i,
                    i % 10 == 0 ? changed : "9"));
    return document(
        post("/things", "S"), "\"schemas\":{\"S\":{\"oneOf\":[" + parts + "]}," + schemas + "}");
  }

  private static String shared(int size, String changed) {
    return document(
        members(size, i -> post("/things" + i, "S")), "\"schemas\":{\"S\":" + named(changed) + "}");
  }

  private static String named(String longest) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\",\"maxLength\":%s}}}",
        longest);
  }

  private static String post(String path, String schema) {
    return String.format(
        Locale.ROOT, "\"%s\":{\"post\":{%s%s}}", path, body(ref("schemas/" + schema)), ok());
  }

  private static String body(String schema) {
    return "\"requestBody\":{\"content\":{\"application/json\":{\"schema\":" + schema + "}}},";
  }

  private static String ok() {
    return "\"responses\":{\"204\":{\"description\":\"ok\"}}";
  }

  private static String ref(String component) {
    return "{\"$ref\":\"#/components/" + component + "\"}";
  }

  private static String members(int size, IntFunction<String> member) {
    return IntStream.range(0, size).mapToObj(member).collect(Collectors.joining(","));
  }

  private static String document(String paths, String components) {
    return String.format(
        Locale.ROOT,
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{%s},\"components\":{%s}}",
        paths,
        components);
  }
}
