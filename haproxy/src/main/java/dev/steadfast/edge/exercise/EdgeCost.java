package dev.steadfast.edge.exercise;

import dev.steadfast.edge.EdgeException;
import dev.steadfast.local.Address;
import dev.steadfast.local.EdgeProcess;
import dev.steadfast.local.Ports;
import dev.steadfast.proof.Cpu;
import dev.steadfast.proof.Median;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.load.Intent;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import dev.steadfast.proof.load.Request;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What everything that the edge does costs, beside proxies that do nothing else. */
final class EdgeCost implements Exercise {

  private static final String SHIPPED = "HAProxy as shipped";
  private static final String BARE = "HAProxy, bare";
  private static final String NGINX = "nginx, bare";

  private static final double BOUND = 1.5;

  @Override
  public String id() {
    return "cost";
  }

  @Override
  public String shows() {
    return "The edge with everything on, beside a bare proxy: CPU per request.";
  }

  /** A proxy that is measured: where it listens, and the processes whose CPU counts. */
  private record Proxy(String name, Target target, List<Long> pids) {}

  @Override
  public void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    int rounds = scale.of(2, 9);
    page.heading("CPU of the proxy per request, " + rounds + " interleaved rounds, medians");
    Merchant merchant = stage.stage().merchant("premium");
    try (TinyBackend one = TinyBackend.taking(Duration.ZERO);
        TinyBackend two = TinyBackend.taking(Duration.ZERO);
        EdgeStage shipped =
            stage.beside(
                "cost",
                Map.of(
                    "SERVER1", "127.0.0.1:" + one.port(), "SERVER2", "127.0.0.1:" + two.port()));
        EdgeProcess bare = bare(stage, one, two);
        Nginx nginx =
            Nginx.start(stage.stage().folder().resolve("nginx"), one.port(), two.port())) {
      List<Proxy> proxies = new ArrayList<>();
      proxies.add(new Proxy(SHIPPED, shipped.door().get(0), List.of(shipped.pid())));
      proxies.add(new Proxy(BARE, Target.of(bare.url()), children(bare.pid())));
      nginx.url().ifPresent(url -> proxies.add(new Proxy(NGINX, Target.of(url), nginx.workers())));
      Map<String, List<Double>> micros = new TreeMap<>();
      for (int round = 0; round <= rounds; round++) {
        for (Proxy proxy : proxies) {
          double cost = cost(proxy, merchant, scale);
          if (round > 0) { // the first one warms up
            micros.computeIfAbsent(proxy.name(), name -> new ArrayList<>()).add(cost);
          }
        }
      }
      List<List<String>> rows = new ArrayList<>();
      rows.add(Page.row("proxy", "CPU µs per request", "of the bare one"));
      double floor = Median.of(micros.getOrDefault(BARE, List.of()));
      for (Proxy proxy : proxies) {
        double cost = Median.of(micros.getOrDefault(proxy.name(), List.of()));
        rows.add(
            Page.row(
                proxy.name(),
                String.format(Locale.ROOT, "%.1f", cost),
                String.format(Locale.ROOT, "%.2f", cost / floor)));
      }
      page.table(rows);
      double ratio = Median.of(micros.getOrDefault(SHIPPED, List.of())) / floor;
      page.must(
          "at most " + scale.of(2 * BOUND, BOUND) + " times the bare one",
          String.format(Locale.ROOT, "%.2f", ratio),
          ratio <= scale.of(2 * BOUND, BOUND));
    }
    page.musts();
  }

  private static double cost(Proxy proxy, Merchant merchant, Scale scale) throws IOException {
    long before = micros(proxy.pids());
    Plan plan =
        Plan.of(
                List.of(proxy.target()),
                scale.of(300, 1500),
                scale.of(Duration.ofSeconds(1), Duration.ofSeconds(5)))
            .clients(32)
            .patience(Patience.NONE);
    Journal journal =
        Load.run(
            plan,
            i -> new Intent("cost-" + i, Request.get("/v2/payments?limit=1").by(merchant.token())));
    return (micros(proxy.pids()) - before) / (double) journal.size();
  }

  /** A proxy that only proxies. */
  private static EdgeProcess bare(EdgeStage stage, TinyBackend one, TinyBackend two)
      throws IOException, InterruptedException {
    Path folder = stage.stage().folder();
    String text =
        String.format(
            Locale.ROOT,
            """
        defaults
        	mode http
        	timeout connect 2s
        	timeout client 30s
        	timeout server 30s
        frontend bare
        	bind "${PAYMENTS_BIND}"
        	default_backend servers
        backend servers
        	balance leastconn
        	server one 127.0.0.1:%d
        	server two 127.0.0.1:%d
        """,
            one.port(),
            two.port());
    return EdgeProcess.start(
        Files.writeString(folder.resolve("bare.cfg"), text),
        Address.free(),
        Map.of(),
        folder.resolve("bare.log"));
  }

  private static List<Long> children(long master) {
    return ProcessHandle.of(master).stream()
        .flatMap(ProcessHandle::children)
        .map(ProcessHandle::pid)
        .toList();
  }

  private static long micros(List<Long> pids) throws IOException {
    long micros = 0;
    for (long pid : pids) {
      micros += Cpu.micros(pid);
    }
    return micros;
  }

  /** nginx as a plain proxy, where it is installed. */
  private record Nginx(Optional<Process> process, Optional<String> url) implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    static Nginx start(Path folder, int one, int two) throws IOException, InterruptedException {
      if (!Files.isExecutable(PROGRAM)) {
        return new Nginx(Optional.empty(), Optional.empty());
      }
      Files.createDirectories(folder);
      int port = Ports.free();
      String text =
          String.format(
              Locale.ROOT,
              """
          daemon off;
          worker_processes 1;
          pid %1$s/nginx.pid;
          error_log %1$s/error.log;
          events { worker_connections 1024; }
          http {
            access_log off;
            client_body_temp_path %1$s/body;
            proxy_temp_path %1$s/proxy;
            fastcgi_temp_path %1$s/fastcgi;
            uwsgi_temp_path %1$s/uwsgi;
            scgi_temp_path %1$s/scgi;
            upstream servers { least_conn; server 127.0.0.1:%2$d; server 127.0.0.1:%3$d; keepalive 32; }
            server {
              listen 127.0.0.1:%4$d;
              location / { proxy_pass http://servers; proxy_http_version 1.1; proxy_set_header Connection ""; }
            }
          }
          """,
              folder,
              one,
              two,
              port);
      Path file = Files.writeString(folder.resolve("nginx.conf"), text);
      Process process =
          new ProcessBuilder(PROGRAM.toString(), "-c", file.toString(), "-p", folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("nginx.log").toFile())
              .start();
      Thread.sleep(500);
      return new Nginx(Optional.of(process), Optional.of("http://127.0.0.1:" + port));
    }

    List<Long> workers() {
      return process.map(master -> children(master.pid())).orElse(List.of());
    }

    @Override
    public void close() {
      process.ifPresent(
          master -> {
            master.destroy();
            master.onExit().join();
          });
    }
  }
}
