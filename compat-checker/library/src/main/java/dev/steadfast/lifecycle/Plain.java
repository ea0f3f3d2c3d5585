package dev.steadfast.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** JSON values as maps with text keys, lists, texts, numbers and booleans. */
final class Plain {

  private static final int WIDTH = 100;

  private Plain() {}

  /** The member of that name; a new one when there is none that is an object. */
  static Map<String, Object> object(Map<String, Object> parent, String name) {
    if (!(parent.get(name) instanceof Map<?, ?>)) {
      parent.put(name, new LinkedHashMap<String, Object>());
    }
    return asObject(parent.get(name));
  }

  /** The value itself when it is an object; otherwise one without members. */
  @SuppressWarnings("unchecked") // Bundle makes no map with other keys
  static Map<String, Object> asObject(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
  }

  /** What a reference within the document leads to; the value itself when it is none. */
  static Map<String, Object> follow(Map<String, Object> root, Map<String, Object> value) {
    Map<String, Object> at = value;
    for (int hops = 0; at.get("$ref") instanceof String reference && hops < 100; hops++) {
      Map<String, Object> next = root;
      for (String step : reference.replaceFirst("^#/?", "").split("/", -1)) {
        next = asObject(next.get(step.replace("~1", "/").replace("~0", "~")));
      }
      at = next;
    }
    return at;
  }

  /** A copy that shares nothing with the value. */
  static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      Map<String, Object> copy = new LinkedHashMap<>();
      asObject(value).forEach((name, member) -> copy.put(name, copy(member)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    return value;
  }

  /** As YAML 1.2, long texts as blocks. */
  static String yaml(Object value) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(WIDTH)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings, new Blocks(settings)).dumpToString(value);
  }

  private static final class Blocks extends StandardRepresenter {

    Blocks(DumpSettings settings) {
      super(settings);
    }

    @Override
    protected Node representScalar(Tag tag, String value, ScalarStyle style) {
      return super.representScalar(
          tag, value, value.indexOf('\n') >= 0 ? ScalarStyle.LITERAL : style);
    }
  }
}
