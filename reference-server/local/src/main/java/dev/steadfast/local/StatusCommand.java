package dev.steadfast.local;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import dev.steadfast.report.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/** {@code steadfast status}: how everything is that {@code steadfast up} started. */
final class StatusCommand implements Command {

  private static final JsonMapper JSON = new JsonMapper();

  private final Surroundings surroundings;
  private final CommandSpec spec;

  /** One process and how it is. */
  private record Found(State.Part part, Health health) {}

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        Options.described(
            "status", "Shows what runs on this machine, and whether it can take a payment.");
    spec.addOption(Options.flag("--json", "one JSON object for programs"));
    spec.addOption(Options.color());
    spec.addOption(Place.option());
    spec.usageMessage()
        .footer(
            "  steadfast status",
            "  steadfast status --json",
            "",
            "Exit codes: 0 all of it is ready, 1 something is not, or nothing runs.");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    Place place = Place.of(arguments, surroundings);
    Optional<State> state = State.live(place.data());
    List<Found> servers = new ArrayList<>();
    List<Found> parts = new ArrayList<>();
    try {
      for (State.Part server : state.map(State::servers).orElse(List.of())) {
        servers.add(new Found(server, Health.ofServer(server)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (State.Part part : state.map(State::parts).orElse(List.of())) {
      parts.add(new Found(part, Health.ofPart(part)));
    }
    boolean healthy =
        state.map(State::ready).orElse(false)
            && servers.stream().allMatch(found -> found.health == Health.READY)
            && parts.stream().allMatch(found -> found.health == Health.READY);
    if (arguments.hasMatchedOption("--json")) {
      surroundings.out().write(json(healthy, state.orElse(null), servers, parts) + '\n');
    } else {
      boolean coloured = Options.style(arguments, surroundings) == Style.COLOURED;
      text(place, healthy, state.orElse(null), servers, parts, coloured);
    }
    return healthy ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static String json(
      boolean healthy, @Nullable State state, List<Found> servers, List<Found> parts) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("healthy", healthy);
    all.put("api", state == null ? null : state.api());
    all.put("tls", state == null ? null : state.tls());
    all.put("servers", servers.stream().map(StatusCommand::asMap).toList());
    all.put("parts", parts.stream().map(StatusCommand::asMap).toList());
    all.put("metrics", state == null ? List.of() : state.metrics());
    return JSON.writeValueAsString(all);
  }

  private static Map<String, Object> asMap(Found found) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", found.part.name());
    map.put("url", found.part.url());
    map.put("pid", found.part.process().pid());
    map.put("state", found.health.word());
    return map;
  }

  private void text(
      Place place,
      boolean healthy,
      @Nullable State state,
      List<Found> servers,
      List<Found> parts,
      boolean coloured)
      throws IOException {
    StringBuilder text = new StringBuilder();
    if (state == null) {
      text.append("nothing is running; start it:  ").append(place.launcherWord()).append(" up\n");
    } else {
      String is = healthy ? "ready" : state.ready() ? "degraded" : "starting";
      text.append(state.api()).append(" is ").append(is).append('\n');
      for (Found found : servers) {
        text.append(line(found, coloured));
      }
      for (Found found : parts) {
        text.append(line(found, coloured));
      }
    }
    surroundings.out().write(text.toString());
  }

  private static String line(Found found, boolean coloured) {
    String padded = String.format(Locale.ROOT, "%-10s", found.health.word());
    String colour = found.health == Health.READY ? "\u001b[32m" : "\u001b[31m";
    return String.format(
        Locale.ROOT,
        "  %-10s%s%-32s process %d%n",
        found.part.name(),
        coloured ? colour + padded + "\u001b[0m" : padded,
        found.part.url(),
        found.part.process().pid());
  }
}
