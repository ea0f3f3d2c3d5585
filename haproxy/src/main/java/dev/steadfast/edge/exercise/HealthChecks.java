package dev.steadfast.edge.exercise;

import dev.steadfast.edge.EdgeException;
import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** T3: the ways in which a server stops being able to take payments, without any traffic. */
final class HealthChecks implements Exercise {

  private static final String NAME = "s3";
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Override
  public String id() {
    return "T3";
  }

  @Override
  public String shows() {
    return "Every way to fail is noticed in under 5 s, and what is no failure is left alone.";
  }

  private interface Event {
    void happen() throws IOException, InterruptedException;
  }

  @Override
  public void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    page.heading("A third server fails, and nobody asks it anything but its health");
    URI database = URI.create(stage.stage().postgres().jdbcUrl().substring("jdbc:".length()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("what happens", "taken out after", "back after"));
    try (Pipe pipe = Pipe.to(database.getPort())) {
      String url =
          stage.stage().postgres().jdbcUrl().replace(":" + database.getPort(), ":" + pipe.port());
      long started = System.nanoTime();
      ServerProcess server = stage.stage().server(NAME, Map.of("DATABASE_URL", url));
      Map<String, String> settings = Map.of("SERVER3", "127.0.0.1:" + server.port());
      try (EdgeStage edge = stage.beside("t3", settings)) {
        Rehearsal rehearsal = new Rehearsal(edge, server, rows, page);
        rehearsal.startsUp(started);
        rehearsal.fails("kill -9", server::kill9, server::restart);
        rehearsal.fails("SIGTERM", server::terminate, server::restart);
        rehearsal.fails("SIGSTOP", server::hang, server::resume);
        rehearsal.fails("its way to PostgreSQL is dead", pipe::freeze, pipe::thaw);
        rehearsal.staysIn(
            "Redis is dead", stage.stage().redis()::kill9, stage.stage().redis()::restart);
      } finally {
        pipe.thaw();
        server.resume();
        server.kill9();
        server.close();
        stage.restore();
      }
    }
    page.table(rows);
    page.musts();
  }

  private record Rehearsal(
      EdgeStage edge, ServerProcess server, List<List<String>> rows, Page page) {

    void startsUp(long started) throws IOException, InterruptedException, EdgeException {
      Duration back = edge.awaitBack(server);
      rows.add(
          Page.row(
              "it starts (" + Times.millis(Duration.ofNanos(System.nanoTime() - started)) + " ms)",
              "",
              Times.millis(back) + " ms after it is ready"));
    }

    void fails(String what, Event event, Event mended)
        throws IOException, InterruptedException, EdgeException {
      Optional<Duration> out;
      try (Watch watch = Watch.start(edge, NAME)) {
        long since = System.nanoTime();
        event.happen();
        out = watch.downAfter(since, PATIENCE);
      }
      mended.happen();
      Duration back = edge.awaitBack(server);
      String seen = out.map(time -> Times.millis(time) + " ms").orElse("never");
      rows.add(Page.row(what, seen, Times.millis(back) + " ms after it is ready"));
      page.must(
          what + ": noticed in under 5 s",
          seen,
          out.filter(time -> time.compareTo(BOUND) < 0).isPresent());
    }

    void staysIn(String what, Event event, Event mended)
        throws IOException, InterruptedException, EdgeException {
      Optional<Duration> out;
      try (Watch watch = Watch.start(edge, NAME)) {
        long since = System.nanoTime();
        event.happen();
        out = watch.downAfter(since, BOUND);
      }
      mended.happen();
      rows.add(Page.row(what, out.isEmpty() ? "stays in" : "taken out", ""));
      page.must(
          what + ": payments go on without it, so the server stays in",
          out.isEmpty() ? "in" : "out",
          out.isEmpty());
    }
  }
}
