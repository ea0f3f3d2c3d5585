package dev.steadfast.cli;

import dev.steadfast.lifecycle.Conformance;
import dev.steadfast.lifecycle.LifecycleFiles;
import dev.steadfast.lifecycle.Probe;
import dev.steadfast.report.ConformanceReport;
import dev.steadfast.spec.Source;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast conformance URL}: does a running server say what the lifecycle says? */
final class ConformanceCommand implements Command {

  private static final List<String> FORMATS = List.of("text", "json");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Surroundings surroundings;
  private final CommandSpec spec;

  ConformanceCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        Options.described(
            "conformance",
            "Asks a running server and compares Deprecation, Sunset, Link and 410 with the"
                + " lifecycle. Only GET is sent; the answers of unauthenticated requests must say"
                + " it too.");
    spec.addPositional(Options.argument(0, "URL", "of the server, without a version"));
    spec.addOption(
        Options.value("--lifecycle", "FILE", "the lifecycle, by default lifecycle.yaml"));
    spec.addOption(Options.value("--token", "TOKEN", "send it as 'Authorization: Bearer TOKEN'"));
    spec.addOption(Options.at());
    spec.addOption(Options.choice("--format", "FORMAT", FORMATS, "text (default) or json"));
    spec.addOption(Options.color());
    spec.usageMessage()
        .footer(
            "  steadfast conformance http://127.0.0.1:8080 --lifecycle api-spec/lifecycle.yaml",
            "  steadfast conformance https://api.example.com --token \"$TOKEN\" --format json",
            "",
            "Exit codes: 0 every answer conforms, 1 one does not, 2 the server does not answer.");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    URI server = server(arguments.matchedPositionalValue(0, ""));
    boolean json = Options.chosen(arguments, "--format", FORMATS, "text").equals("json");
    Instant at = Options.instant(arguments, surroundings);
    String file = arguments.matchedOptionValue("--lifecycle", LifecycleCommand.USUAL);
    Source source = Inputs.source(file, Path.of(""), surroundings.in());
    LifecycleFiles.Opened opened = LifecycleFiles.open(source);
    LifecycleCommand.print(opened.problems(), surroundings);
    LifecycleFiles files = opened.files();
    if (files == null) {
      return ExitCode.NO_ANSWER;
    }
    ConformanceReport report = new ConformanceReport(server.toString(), at);
    new Probing(server, arguments.matchedOptionValue("--token", ""))
        .ask(new Conformance(files, at), report);
    if (json) {
      report.json(surroundings.out());
    } else {
      report.text(Options.style(arguments, surroundings), surroundings.out());
    }
    return report.conforms() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static URI server(String text) throws UsageException {
    if (text.isEmpty()) {
      throw new UsageException("URL is missing: steadfast conformance URL");
    }
    try {
      URI uri = new URI(text.replaceFirst("/+$", ""));
      if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
        throw new UsageException("'" + text + "' is not a URL like http://127.0.0.1:8080");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new UsageException("'" + text + "' is not a URL like http://127.0.0.1:8080");
    }
  }

  /** Sends the requests; every answer is looked at, none is followed. */
  private record Probing(URI server, String token) {

    void ask(Conformance conformance, ConformanceReport report) throws UsageException {
      HttpClient client =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
      for (Probe probe : conformance.probes()) {
        Conformance.Answer answer = answer(client, URI.create(server + probe.path()));
        report.add(probe, answer.status(), conformance.faults(probe, answer));
      }
    }

    private Conformance.Answer answer(HttpClient client, URI uri) throws UsageException {
      HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE).GET();
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      try {
        HttpResponse<Void> response =
            client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        return new Conformance.Answer(uri, response.statusCode(), response.headers().map());
      } catch (IOException e) {
        throw new UsageException(uri + " does not answer: " + reason(e));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UsageException("interrupted while waiting for " + uri);
      } catch (IllegalArgumentException e) {
        throw new UsageException("--token cannot be sent: " + e.getMessage());
      }
    }

    private static String reason(IOException e) {
      return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
  }
}
