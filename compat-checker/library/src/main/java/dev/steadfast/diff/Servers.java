package dev.steadfast.diff;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where an operation can be called.
 *
 * @param at the list; the document's root when there is none
 * @param all empty when the document leaves it open
 */
public record Servers(Node at, List<Server> all) implements Element {

  public Servers {
    all = List.copyOf(all);
  }

  static Servers of(Node owner, Node list) {
    List<Server> all = new ArrayList<>();
    if (list instanceof ArrayNode items) {
      for (Node item : items) {
        if (item instanceof ObjectNode server) {
          all.add(Server.of(server));
        }
      }
    }
    return all.isEmpty() ? new Servers(owner, List.of()) : new Servers(list, all);
  }

  /** Whether a request to every URL of the server is a request to one of these. */
  public boolean cover(Server server) {
    return all.isEmpty()
        || server.urls().stream().allMatch(url -> all.stream().anyMatch(mine -> mine.covers(url)))
        || all.stream()
            .anyMatch(mine -> (server.local() || mine.local()) && mine.hasPathOf(server));
  }

  /** The server's URLs that are none of these; one that varies stands for itself. */
  public Server uncovered(Server server) {
    return server.of(
        server.urls().stream()
            .filter(url -> all.stream().noneMatch(mine -> mine.covers(url)))
            .toList());
  }

  /** The URLs of a path on each server; the path alone when the document leaves servers open. */
  List<String> under(String path) {
    return all.isEmpty()
        ? List.of(path)
        : all.stream().flatMap(server -> server.urls().stream()).map(url -> url + path).toList();
  }

  /** The same servers, each with the path as a part of its URL. */
  Servers joined(String path) {
    return new Servers(at, all.stream().map(server -> server.joined(path)).toList());
  }

  /** For messages: {@code https://a.example, https://b.example}. */
  @Override
  public String toString() {
    return all.stream().map(Server::url).collect(Collectors.joining(", "));
  }

  @Override
  public String described() {
    return "servers";
  }
}
