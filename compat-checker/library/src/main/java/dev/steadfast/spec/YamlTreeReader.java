package dev.steadfast.spec;

import java.io.CharArrayReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML 1.2 document as JSON: core schema, keys are names as written, aliases share their
 * anchor's node. The merge key {@code <<} of YAML 1.1, which API descriptions use, is understood.
 */
final class YamlTreeReader {

  private static final String TAGS = "tag:yaml.org,2002:";

  private final ParserImpl parser;
  private final TreeBuilder builder;
  private final Columns columns;
  private final StringPool pool = new StringPool();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private @Nullable Event last;
  private long aliased; // nodes that aliases stand for
  private int deepest; // since the innermost open anchor

  /** A node that aliases may name; the node is null while it is still open. */
  private record Anchored(@Nullable Node node, long nodes, int height) {}

  private YamlTreeReader(Text text, TreeBuilder builder) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(1 << 14)
            .setUseMarks(true)
            .build();
    CharArrayReader chars = new CharArrayReader(text.chars(), 0, text.length());
    this.parser = new ParserImpl(settings, new StreamReader(settings, chars));
    this.builder = builder;
    this.columns = new Columns(text);
  }

  static Node read(Text text, TreeBuilder builder) throws UnreadableException {
    try {
      return new YamlTreeReader(text, builder).document();
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      String context = e.getContext() == null ? "" : e.getContext() + ": ";
      throw new UnreadableException(
          "not YAML: " + context + e.getProblem(),
          mark.map(at -> at.getLine() + 1).orElse(1),
          mark.map(at -> at.getColumn() + 1).orElse(1));
    } catch (ReaderException e) {
      int[] place = text.place(Math.min(e.getPosition(), text.length()));
      throw new UnreadableException(
          String.format(Locale.ROOT, "not YAML: character U+%04X is not allowed", e.getCodePoint()),
          place[0],
          place[1]);
    } catch (YamlEngineException e) {
      throw UnreadableException.syntax("not YAML: " + e.getMessage(), 1, 1);
    }
  }

  /* The parser throws what it should not on some broken escapes: NumberFormatException. */
  private Event next() throws UnreadableException {
    try {
      last = parser.next();
      return last;
    } catch (YamlEngineException e) {
      throw e;
    } catch (RuntimeException e) {
      throw gaveUp(e);
    }
  }

  private boolean ends() throws UnreadableException {
    try {
      return parser.checkEvent(Event.ID.StreamEnd);
    } catch (YamlEngineException e) {
      throw e;
    } catch (RuntimeException e) {
      throw gaveUp(e);
    }
  }

  private UnreadableException gaveUp(RuntimeException e) {
    int line = last == null ? 1 : line(last);
    int column = last == null ? 1 : column(last);
    return UnreadableException.syntax(
        "not YAML: broken after this place: " + e.getMessage(), line, column);
  }

  private Node document() throws UnreadableException {
    next(); // start of stream
    if (ends()) {
      throw new UnreadableException("the file is empty", 1, 1);
    }
    next(); // start of document
    Node root = node(next());
    next(); // end of document
    Event end = next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw new UnreadableException(
          "a second YAML document; one is wanted", line(end), column(end));
    }
    return root;
  }

  private Node node(Event event) throws UnreadableException {
    int line = line(event);
    int column = column(event);
    if (event.getEventId() == Event.ID.Alias) {
      return alias(((AliasEvent) event).getAlias().getValue(), line, column);
    }
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    if (anchor.isEmpty()) {
      return plain(event, line, column);
    }
    String name = anchor.get().getValue();
    anchors.put(name, new Anchored(null, 0, 0));
    long before = builder.spent() + aliased;
    int outer = deepest;
    deepest = builder.depth();
    Node node = plain(event, line, column);
    long nodes = builder.spent() + aliased - before;
    anchors.put(name, new Anchored(node, nodes, deepest - builder.depth()));
    deepest = Math.max(deepest, outer);
    return node;
  }

  private Node plain(Event event, int line, int column) throws UnreadableException {
    if (event.getEventId() == Event.ID.MappingStart) {
      return object((CollectionStartEvent) event, line, column);
    }
    if (event.getEventId() == Event.ID.SequenceStart) {
      return array((CollectionStartEvent) event, line, column);
    }
    builder.spend(line, column);
    return scalar((ScalarEvent) event, line, column);
  }

  private Node alias(String name, int line, int column) throws UnreadableException {
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw new UnreadableException("alias '*" + name + "' has no anchor before it", line, column);
    }
    Node node = anchored.node();
    if (node == null) {
      throw new UnreadableException("alias '*" + name + "' is part of itself", line, column);
    }
    spendAliased(anchored.nodes(), line, column);
    int depth = builder.depth() + anchored.height();
    deepest = Math.max(deepest, depth);
    if (depth > builder.limits().depth()) {
      throw new UnreadableException(
          "nested more than " + builder.limits().depth() + " levels deep", line, column);
    }
    return node;
  }

  private void spendAliased(long nodes, int line, int column) throws UnreadableException {
    aliased += nodes;
    if (aliased > builder.limits().aliasNodes()) {
      throw new UnreadableException(
          "aliases stand for more than " + builder.limits().aliasNodes() + " values", line, column);
    }
  }

  private Node array(CollectionStartEvent start, int line, int column) throws UnreadableException {
    checkTag(start, "seq", line, column);
    builder.open(line, column);
    deepest = Math.max(deepest, builder.depth());
    Event event = next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      builder.announce(null, 0, 0);
      builder.value(node(event));
      event = next();
    }
    return builder.closeArray(line, column);
  }

  private Node object(CollectionStartEvent start, int line, int column) throws UnreadableException {
    checkTag(start, "map", line, column);
    builder.open(line, column);
    deepest = Math.max(deepest, builder.depth());
    List<Node> merged = List.of();
    Event event = next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      int keyLine = line(event);
      int keyColumn = column(event);
      String key = key(event, keyLine, keyColumn);
      builder.announce(key, keyLine, keyColumn);
      builder.value(node(next()));
      if (key.equals("<<") && event instanceof ScalarEvent scalar && scalar.isPlain()) {
        merged = new ArrayList<>(merged);
        merged.add(builder.withdraw());
      }
      event = next();
    }
    int own = builder.size();
    for (Node merge : merged) {
      merge(merge, true);
    }
    return builder.closeObject(own, line, column);
  }

  /* YAML 1.1 merge key: own members win, then earlier merged ones. */
  private void merge(Node from, boolean listAllowed) throws UnreadableException {
    if (from instanceof ObjectNode object) {
      spendAliased(object.size(), from.line(), from.column());
      for (int i = 0; i < object.size(); i++) {
        String key = object.key(i);
        builder.announce(key, object.keyLine(key), object.keyColumn(key));
        builder.value(object.value(i));
      }
    } else if (listAllowed && from instanceof ArrayNode list) {
      for (Node item : list) {
        merge(item, false);
      }
    } else {
      builder.problem(
          "merge key '<<' wants an object or a list of objects", from.line(), from.column());
    }
  }

  private String key(Event event, int line, int column) throws UnreadableException {
    if (event instanceof ScalarEvent scalar) {
      String key = pool.get(scalar.getValue());
      scalar
          .getAnchor()
          .ifPresent(
              anchor ->
                  anchors.put(
                      anchor.getValue(), new Anchored(new StringNode(key, line, column), 1, 0)));
      return key;
    }
    if (event instanceof AliasEvent alias
        && alias(alias.getAlias().getValue(), line, column) instanceof StringNode name) {
      return name.value();
    }
    throw new UnreadableException("a key must be a single name", line, column);
  }

  private void checkTag(CollectionStartEvent start, String wanted, int line, int column)
      throws UnreadableException {
    String tag = start.getTag().orElse("!");
    if (!tag.equals("!") && !tag.equals(TAGS + wanted)) {
      throw new UnreadableException("unknown tag '" + tag + "'", line, column);
    }
  }

  private Node scalar(ScalarEvent event, int line, int column) throws UnreadableException {
    String text = event.getValue();
    String tag = event.getTag().orElse(null);
    if (tag == null) {
      return event.isPlain() ? resolve(text, line, column) : string(text, line, column);
    }
    switch (tag) {
      case "!", TAGS + "str", TAGS + "binary", TAGS + "timestamp" -> {
        return string(text, line, column);
      }
      case TAGS + "int", TAGS + "float", TAGS + "bool", TAGS + "null" -> {
        Node value = resolve(text, line, column);
        if (value instanceof StringNode) {
          builder.problem("'" + text + "' is not what its tag says", line, column);
        }
        return value;
      }
      default -> {
        builder.problem("unknown tag '" + tag + "'", line, column);
        return string(text, line, column);
      }
    }
  }

  private StringNode string(String text, int line, int column) {
    return new StringNode(pool.get(text), line, column);
  }

  private Node resolve(String text, int line, int column) {
    if (YamlScalars.isNull(text)) {
      return new NullNode(line, column);
    }
    if (YamlScalars.mayBeNumber(text)) {
      return number(text, line, column);
    }
    Boolean bool = YamlScalars.bool(text);
    return bool == null ? string(text, line, column) : new BooleanNode(bool, line, column);
  }

  private Node number(String text, int line, int column) {
    if (YamlScalars.isNumber(text)) {
      BigDecimal value = YamlScalars.number(text, builder.limits());
      if (value != null) {
        return new NumberNode(value, line, column);
      }
      builder.problem(Numbers.outOfRange(builder.limits()), line, column);
    } else if (YamlScalars.isNotFinite(text)) {
      builder.problem("'" + text + "' is no JSON value", line, column);
    }
    return string(text, line, column);
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private int column(Event event) {
    return event.getStartMark().map(columns::of).orElse(1);
  }
}
