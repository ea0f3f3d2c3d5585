package dev.steadfast.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A running edge. What is changed here takes effect at once, without a reload, and is kept for the
 * next one when the edge has an {@code EDGE_STATE} folder of its own.
 */
public final class Edge {

  static final int LARGEST_WEIGHT = 256;

  private static final String DOOR = "payments";
  private static final String SERVERS = "payment_servers";
  // the place of a server that is used when no server passes its check; see haproxy.cfg
  private static final String UNCHECKED = "-unchecked";
  private static final String ON = "on";
  private static final String OFF = "off";

  private final RuntimeApi api;
  private final Optional<Decisions> decisions;
  private final RuntimeMap canary;
  private final RuntimeMap overrides;

  private Edge(RuntimeApi api) throws EdgeException {
    this.api = api;
    this.decisions = Decisions.of(api);
    this.canary = RuntimeMap.named(api, "canary.map");
    this.overrides = RuntimeMap.named(api, "brownout-override.map");
  }

  /**
   * Finds the edge behind an admin socket.
   *
   * @throws EdgeException when nothing answers there, or something else than our configuration
   */
  public static Edge at(Path socket) throws EdgeException {
    RuntimeApi api = new RuntimeApi(socket);
    boolean ours =
        api.table("show stat").stream().anyMatch(row -> SERVERS.equals(row.get("pxname")));
    if (!ours) {
      throw new EdgeException(socket + " does not belong to the edge of the Payment API");
    }
    return new Edge(api);
  }

  /** Whether a reload keeps what is decided here. */
  public boolean keepsDecisions() {
    return decisions.isPresent();
  }

  public EdgeInfo info() throws EdgeException {
    Map<String, String> info = new LinkedHashMap<>();
    for (String line : api.ask("show info").lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        info.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return new EdgeInfo(
        info.getOrDefault("Version", "?"),
        number(info.get("Pid")),
        number(info.get("Uptime_sec")),
        number(info.get("CurrConns")),
        number(info.get("Maxconn")),
        doorRate());
  }

  /** The servers, in the order of the configuration. */
  public List<EdgeServer> servers() throws EdgeException {
    Map<String, Map<String, String>> places = new LinkedHashMap<>();
    for (Map<String, String> row : api.table("show stat " + SERVERS + " 4 -1")) {
      places.put(row.getOrDefault("svname", ""), row);
    }
    List<EdgeServer> servers = new ArrayList<>();
    places.forEach(
        (name, row) -> {
          if (!name.endsWith(UNCHECKED)) {
            servers.add(server(name, row, places.getOrDefault(name + UNCHECKED, Map.of())));
          }
        });
    return servers;
  }

  /**
   * One server.
   *
   * @throws EdgeException that lists the names when there is none with this one
   */
  public EdgeServer server(String name) throws EdgeException {
    List<EdgeServer> servers = servers();
    return servers.stream()
        .filter(server -> server.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new EdgeException(
                    "'"
                        + name
                        + "' is not one of the servers "
                        + String.join(", ", servers.stream().map(EdgeServer::name).toList())));
  }

  /** Requests that wait for a place in any server. */
  public long waiting() throws EdgeException {
    return api.table("show stat " + SERVERS + " 2 -1").stream()
        .mapToLong(row -> number(row.get("qcur")))
        .sum();
  }

  /** New requests go elsewhere; those inside are finished. */
  public void drain(String server) throws EdgeException, IOException {
    tell("set server", server(server).name(), "state drain");
    keepWeights();
  }

  /** The server takes its usual part again; it is no canary any more. */
  public void ready(String server) throws EdgeException, IOException {
    String name = server(server).name();
    if (canary().server().equals(name)) {
      canary.put("percent", "0");
      canary.remove("server");
      keep(canary);
    }
    tell("set server", name, "state ready");
    weight(name, Decisions.USUAL_WEIGHT);
  }

  /**
   * Changes the part of a server; it is relative to the others.
   *
   * @param weight 0 to 256
   */
  public void weight(String server, int weight) throws EdgeException, IOException {
    if (weight < 0 || weight > LARGEST_WEIGHT) {
      throw new IllegalArgumentException("a weight is 0 to 256, got " + weight);
    }
    tell("set weight", server(server).name(), Integer.toString(weight));
    keepWeights();
  }

  public Canary canary() throws EdgeException {
    Map<String, String> entries = canary.entries();
    return new Canary(
        entries.getOrDefault("server", ""), (int) number(entries.getOrDefault("percent", "0")));
  }

  /**
   * Sends a share of all requests to one server, and nothing else to it.
   *
   * @param percent 0 rolls back: the server then gets nothing at all
   */
  public void canary(String server, int percent) throws EdgeException, IOException {
    Canary wanted = new Canary(server(server).name(), percent);
    if (percent == 0) {
      canary.put("percent", "0"); // first what takes effect at once
    }
    weight(wanted.server(), 0);
    canary.put("server", wanted.server());
    canary.put("percent", Integer.toString(percent));
    keep(canary);
  }

  /** The versions that the edge routes, sorted. */
  public List<String> versions() throws EdgeException {
    return List.copyOf(new TreeSet<>(RuntimeMap.named(api, "versions.map").entries().values()));
  }

  /** The versions that have a sunset date, sorted: brownouts are about them. */
  public List<String> endingVersions() throws EdgeException {
    return List.copyOf(new TreeSet<>(RuntimeMap.named(api, "sunset.map").entries().keySet()));
  }

  /** Whether a version is in one of its planned brownouts. */
  public boolean isPlannedBrownout(String version, Instant now) throws EdgeException {
    long second = now.getEpochSecond();
    for (Map.Entry<String, String> entry :
        RuntimeMap.named(api, "brownouts.map").entries().entrySet()) {
      String[] range = entry.getKey().split(":", 2);
      if (number(range[0]) <= second
          && second <= number(range[range.length - 1])
          && List.of(entry.getValue().split(",", -1)).contains(version)) {
        return true;
      }
    }
    return false;
  }

  /** What an operator decided about a version: {@code on}, {@code off}, or nothing. */
  public Optional<String> brownoutOverride(String version) throws EdgeException {
    return overrides.get(version);
  }

  /** Answers every request of a version with 410 until told otherwise. */
  public void brownoutOn(String version) throws EdgeException, IOException {
    overrides.put(version, ON);
    keep(overrides);
  }

  /** Serves a version, even in its planned brownouts, until told otherwise. */
  public void brownoutOff(String version) throws EdgeException, IOException {
    overrides.put(version, OFF);
    keep(overrides);
  }

  /** Lets the planned brownouts decide again. */
  public void brownoutAsPlanned(String version) throws EdgeException, IOException {
    overrides.remove(version);
    keep(overrides);
  }

  /* An operator's word counts for both places of a server. */
  private void tell(String command, String server, String value) throws EdgeException {
    for (String place : List.of(server, server + UNCHECKED)) {
      api.tell(command + ' ' + SERVERS + '/' + place + ' ' + value);
    }
  }

  private void keepWeights() throws EdgeException, IOException {
    if (decisions.isPresent()) {
      decisions.get().keepWeights(servers());
    }
  }

  private void keep(RuntimeMap map) throws EdgeException, IOException {
    if (decisions.isPresent()) {
      decisions.get().keep(map);
    }
  }

  private long doorRate() throws EdgeException {
    return api.table("show stat").stream()
        .filter(row -> DOOR.equals(row.get("pxname")) && "FRONTEND".equals(row.get("svname")))
        .mapToLong(row -> number(row.get("req_rate")))
        .sum();
  }

  private static EdgeServer server(
      String name, Map<String, String> row, Map<String, String> unchecked) {
    return new EdgeServer(
        name,
        row.getOrDefault("addr", ""),
        row.getOrDefault("status", "?"),
        (int) number(row.get("uweight")),
        number(row.get("scur")) + number(unchecked.get("scur")),
        number(row.get("qcur")) + number(unchecked.get("qcur")),
        number(row.get("stot")) + number(unchecked.get("stot")),
        number(row.get("hrsp_5xx")) + number(unchecked.get("hrsp_5xx")),
        check(row));
  }

  /* A star means that a new check has begun: code and duration of the last one are gone then. */
  private static String check(Map<String, String> row) {
    String status = row.getOrDefault("check_status", "");
    if (status.startsWith("* ")) {
      return status.substring(2);
    }
    String duration = row.getOrDefault("check_duration", "");
    return String.join(
            " ",
            status,
            row.getOrDefault("check_code", ""),
            duration.isEmpty() ? "" : "in " + duration + " ms")
        .strip();
  }

  private static long number(@Nullable String text) {
    return text == null || text.isEmpty() ? 0 : Long.parseLong(text);
  }
}
