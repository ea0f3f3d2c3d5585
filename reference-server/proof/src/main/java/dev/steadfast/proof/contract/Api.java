package dev.steadfast.proof.contract;

import dev.steadfast.confirm.IndependentValidator;
import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.confirm.MessageCheck;
import dev.steadfast.proof.contract.Operation.Parameter;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Reading;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A version of the API, as its specification says. Safe for threads. */
public final class Api {

  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  private final String version;
  private final Document document;
  private final List<Operation> operations;
  private final IndependentValidator validator;
  private final MessageCheck messages;

  private Api(String version, Document document) {
    this.version = version;
    this.document = document;
    this.operations = operations(document);
    this.validator = new IndependentValidator(document);
    this.messages = new MessageCheck(document);
  }

  /**
   * Of a file.
   *
   * @param version {@code v1}; its base path is {@code /v1}
   * @throws IllegalStateException when the file is no specification
   */
  public static Api read(String version, Path file) {
    return read(version, Source.file(file));
  }

  /** Of any source; see {@link #read(String, Path)}. */
  public static Api read(String version, Source source) {
    Reading reading = SpecReader.read(source);
    Document document = reading.document();
    if (document == null) {
      throw new IllegalStateException(source.name() + " is not readable: " + reading.problems());
    }
    return new Api(version, document);
  }

  public String version() {
    return version;
  }

  public String basePath() {
    return '/' + version;
  }

  public Document document() {
    return document;
  }

  /** In the order of the document. */
  public List<Operation> operations() {
    return operations;
  }

  /**
   * By its operationId.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Operation operation(String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(version + " has no operation " + id));
  }

  MessageCheck messages() {
    return messages;
  }

  /**
   * Whether a schema of the document accepts a value.
   *
   * @throws IllegalStateException when the validator cannot say
   */
  boolean accepts(Node schema, Role role, Node value) {
    IndependentValidator.Answer answer = validator.accepts(schema, role, value);
    return answer
        .accepted()
        .orElseThrow(() -> new IllegalStateException("cannot validate: " + answer.because()));
  }

  private static List<Operation> operations(Document document) {
    List<Operation> operations = new ArrayList<>();
    ObjectNode root = Nodes.object(document.root()).orElseThrow();
    ObjectNode paths = Nodes.object(root.get("paths")).orElseThrow();
    for (String path : paths.keys()) {
      ObjectNode item = Nodes.object(paths.get(path)).orElseThrow();
      for (String method : METHODS) {
        Optional<ObjectNode> node = Nodes.object(item.get(method));
        if (node.isPresent()) {
          operations.add(operation(path, method, item, node.get()));
        }
      }
    }
    return List.copyOf(operations);
  }

  private static Operation operation(String path, String method, ObjectNode item, ObjectNode node) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (ObjectNode owner : List.of(item, node)) {
      if (owner.get("parameters") instanceof ArrayNode list) {
        for (Node one : list) {
          ObjectNode parameter = Nodes.object(one).orElseThrow();
          String name = Nodes.text(parameter, "name");
          String in = Nodes.text(parameter, "in");
          boolean required = Nodes.isTrue(parameter.get("required"));
          Node schema = Objects.requireNonNull(parameter.get("schema"), name);
          parameters.put(in + ' ' + name, new Parameter(name, in, required, schema));
        }
      }
    }
    return new Operation(
        Nodes.text(node, "operationId"),
        method.toUpperCase(Locale.ROOT),
        path,
        node,
        List.copyOf(parameters.values()));
  }

  /** All scopes that any operation names. */
  public Set<String> scopes() {
    List<String> scopes = new ArrayList<>();
    operations.forEach(operation -> scopes.addAll(operation.scopes()));
    return Set.copyOf(scopes);
  }
}
