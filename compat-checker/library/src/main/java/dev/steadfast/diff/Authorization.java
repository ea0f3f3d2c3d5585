package dev.steadfast.diff;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller must prove: one of several alternatives, each of which asks for several credentials
 * at once (OAS 3.1, Security Requirement Object).
 *
 * @param at the security list; the document's root when there is none
 * @param alternatives never empty; one that demands nothing admits everybody
 */
public record Authorization(Node at, List<Alternative> alternatives) implements Element {

  /* OAS 3.2, Security Requirement Object: a URI may stand for the name. */
  private static final String COMPONENTS = "#/components/securitySchemes/";

  /**
   * One credential and what it must be good for.
   *
   * @param declared the names of all schemes of the document
   */
  public record Demand(
      String name, Scheme scheme, ObjectNode at, Set<String> scopes, List<String> declared) {

    public Demand {
      scopes = new TreeSet<>(scopes);
    }

    /*
     * Renaming a component changes nothing. Where both documents know both names, they are two
     * credentials of one kind, such as the tokens of users and of services.
     */
    private boolean isSameCredential(Demand other) {
      boolean both = declared.contains(other.name) && other.declared.contains(name);
      return scheme.acceptsCredentialOf(other.scheme) && (name.equals(other.name) || !both);
    }

    /** Where an API key goes: {@code query}, {@code header} or {@code cookie}. */
    public String keyIn() {
      return Nodes.text(at, "in", "header");
    }

    /** What an API key is called, as written. */
    public String keyName() {
      return Nodes.text(at, "name", name);
    }

    /** The scopes that its OAuth 2 flows offer; empty for other schemes. */
    public Set<String> offered() {
      Set<String> offered = new TreeSet<>();
      ObjectNode flows = Nodes.object(at, "flows");
      for (String name : Nodes.keys(flows)) {
        ObjectNode flow = flows == null ? null : Nodes.object(flows, name);
        offered.addAll(Nodes.names(flow == null ? null : Nodes.object(flow, "scopes")));
      }
      return offered;
    }

    /** Whether whoever fulfils the other demand fulfils this one. */
    boolean isMetBy(Demand other) {
      return isSameCredential(other) && other.scopes.containsAll(scopes);
    }

    /** The same, if a scheme of one name were still what it was. */
    boolean isMetByNamesake(Demand other) {
      return (name.equals(other.name) || isSameCredential(other))
          && other.scopes.containsAll(scopes);
    }

    /** Whether a scheme of one name asks for another credential than before. */
    public boolean redefines(Demand other) {
      return name.equals(other.name) && !scheme.acceptsCredentialOf(other.scheme);
    }

    @Override
    public String toString() {
      return scopes.isEmpty() ? name : name + scopes;
    }
  }

  /** Credentials that are asked for together. */
  public record Alternative(Node at, List<Demand> demands) {

    public Alternative {
      demands = List.copyOf(demands);
    }

    /** Whether whoever fulfils the other alternative fulfils this one. */
    public boolean isMetBy(Alternative other) {
      return demands.stream().allMatch(demand -> other.demands.stream().anyMatch(demand::isMetBy));
    }

    private boolean isMetByNamesakes(Alternative other) {
      return demands.stream()
          .allMatch(demand -> other.demands.stream().anyMatch(demand::isMetByNamesake));
    }

    /** Without the scopes. */
    private Alternative unscoped() {
      return new Alternative(
          at,
          demands.stream()
              .map(d -> new Demand(d.name(), d.scheme(), d.at(), Set.of(), d.declared()))
              .toList());
    }

    /** Whether only a missing scope keeps the other alternative from fulfilling this one. */
    public boolean lacksOnlyScopesFrom(Alternative other) {
      return !isMetByNamesakes(other) && unscoped().isMetByNamesakes(other);
    }

    /** For messages: {@code key and oauth[read]}, {@code no credential}. */
    @Override
    public String toString() {
      return demands.isEmpty()
          ? "no credential"
          : demands.stream().map(Demand::toString).sorted().collect(Collectors.joining(" and "));
    }
  }

  public Authorization {
    alternatives = List.copyOf(alternatives);
  }

  static Authorization of(@Nullable Node security, Node absentAt, @Nullable ObjectNode schemes) {
    List<Alternative> alternatives = new ArrayList<>();
    if (security instanceof ArrayNode list) {
      for (Node item : list) {
        if (item instanceof ObjectNode requirement) {
          alternatives.add(alternative(requirement, schemes));
        }
      }
    }
    Node at = security == null ? absentAt : security;
    if (alternatives.isEmpty()) {
      alternatives.add(new Alternative(at, List.of()));
    }
    return new Authorization(at, alternatives);
  }

  private static Alternative alternative(ObjectNode requirement, @Nullable ObjectNode schemes) {
    List<Demand> demands = new ArrayList<>();
    for (String key : requirement.keys()) {
      String name = key.startsWith(COMPONENTS) ? key.substring(COMPONENTS.length()) : key;
      ObjectNode at = schemes == null ? null : Nodes.object(schemes, name);
      Scheme scheme = at == null ? new Scheme("undeclared", name, Map.of()) : Scheme.of(at);
      Set<String> scopes = new TreeSet<>();
      if (requirement.get(key) instanceof ArrayNode list) {
        list.forEach(scope -> scopes.add(scope instanceof StringNode s ? s.value() : ""));
      }
      demands.add(
          new Demand(name, scheme, at == null ? requirement : at, scopes, Nodes.names(schemes)));
    }
    return new Alternative(requirement, demands);
  }

  /** Whether a caller that fulfils the alternative may call. */
  public boolean admits(Alternative caller) {
    return alternatives.stream().anyMatch(alternative -> alternative.isMetBy(caller));
  }

  /** The same, if schemes of one name were still what they were. */
  public boolean admitsByName(Alternative caller) {
    return alternatives.stream().anyMatch(alternative -> alternative.isMetByNamesakes(caller));
  }

  /** A demand for the scheme of the same name, which asks for another credential now. */
  public Optional<Demand> redefined(Demand held) {
    return alternatives.stream()
        .flatMap(alternative -> alternative.demands().stream())
        .filter(wanted -> wanted.redefines(held))
        .findFirst();
  }

  /** A demand for the same credential, whatever its scopes. */
  public Optional<Demand> schemeLike(Demand held) {
    return alternatives.stream()
        .flatMap(alternative -> alternative.demands().stream())
        .filter(wanted -> wanted.isSameCredential(held))
        .findFirst();
  }

  @Override
  public String described() {
    return "security";
  }

  /** For messages: {@code key or oauth[read]}. */
  @Override
  public String toString() {
    return alternatives.stream().map(Alternative::toString).collect(Collectors.joining(" or "));
  }
}
