package dev.steadfast.local;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import dev.steadfast.local.LocalSettings.Edge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast up}: the reference implementation on this machine. */
final class UpCommand implements Command {

  private final Surroundings surroundings;
  private final CommandSpec spec;

  UpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        Options.described(
            "up",
            "Starts the Payment API on this machine: checks the specifications, then starts"
                + " PostgreSQL, Redis, two servers and HAProxy in front. Ctrl-C stops all of it.",
            "The environment can name what to use instead, and where to listen: DATABASE_URL"
                + " (jdbc:postgresql://…) with DATABASE_USER and DATABASE_PASSWORD, REDIS_URL;"
                + " PAYMENTS_BIND, PAYMENTS_TLS_BIND, METRICS_BIND, SERVER1, SERVER2 (HOST:PORT).");
    spec.addOption(
        Options.flag("--detach", "-d", "return when it is ready; steadfast down stops it"));
    spec.addOption(
        Options.value("--port", "PORT", "where clients call, by default 8080 (as PAYMENTS_BIND)"));
    spec.addOption(Place.option());
    spec.addOption(
        Options.flag(
            "--no-install", "do not install HAProxy; without it clients call the first server"));
    spec.usageMessage()
        .footer(
            "  steadfast up",
            "  steadfast up -d",
            "  steadfast up --port 9090 --data /var/tmp/payments",
            "  DATABASE_URL=jdbc:postgresql://db.example/payments DATABASE_USER=payments"
                + " steadfast up",
            "",
            "Exit codes: 1 a specification breaks its released version, 2 it could not be started.");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    Place place = Place.of(arguments, surroundings);
    try {
      if (arguments.hasMatchedOption("--detach")) {
        return new Detached(place, surroundings)
            .start(withoutDetach(arguments), place.sameData(arguments));
      }
      return new Supervisor(place, settings(place, arguments), surroundings)
          .run(arguments.hasMatchedOption("--no-install"), place.sameData(arguments));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.NO_ANSWER;
    }
  }

  private static List<String> withoutDetach(ParseResult arguments) {
    List<String> same = new ArrayList<>(List.of("up"));
    for (String option : List.of("--port", "--data")) {
      if (arguments.hasMatchedOption(option)) {
        same.addAll(List.of(option, arguments.matchedOptionValue(option, "")));
      }
    }
    if (arguments.hasMatchedOption("--no-install")) {
      same.add("--no-install");
    }
    return same;
  }

  private LocalSettings settings(Place place, ParseResult arguments) throws UsageException {
    String port = arguments.matchedOptionValue("--port", "");
    Address api =
        port.isEmpty()
            ? address("PAYMENTS_BIND", "127.0.0.1:8080")
            : parsed("--port", "127.0.0.1:" + port, port);
    return new LocalSettings(
        place.checkout(),
        place.data().root(),
        place.serverJar(),
        api,
        address("PAYMENTS_TLS_BIND", "127.0.0.1:8443"),
        address("METRICS_BIND", "127.0.0.1:8404"),
        List.of(address("SERVER1", "127.0.0.1:9001"), address("SERVER2", "127.0.0.1:9002")),
        Edge.IF_PRESENT,
        surroundings.environment());
  }

  private Address address(String variable, String otherwise) throws UsageException {
    Map<String, String> environment = surroundings.environment();
    String text = environment.getOrDefault(variable, "");
    return parsed(variable, text.isEmpty() ? otherwise : text, text);
  }

  private static Address parsed(String what, String text, String given) throws UsageException {
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(what + " '" + given + "': " + e.getMessage());
    }
  }
}
