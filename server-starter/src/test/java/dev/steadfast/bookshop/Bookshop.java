package dev.steadfast.bookshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running bookshop on a free port of this machine, asked over HTTP. */
public final class Bookshop implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** JDBC is on the classpath of the tests; without a database it would keep the shop closed. */
  private static final String NO_DATABASE =
      "--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

  private final ConfigurableApplicationContext context;
  private final String url;

  private Bookshop(ConfigurableApplicationContext context) {
    this.context = context;
    this.url =
        "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  /**
   * Opens a bookshop; it has a database only when told the {@code spring.datasource.url}.
   *
   * @param settings {@code name=value}
   */
  public static Bookshop open(String... settings) {
    return open(new Class<?>[0], settings);
  }

  /** Opens a bookshop with further configuration classes. */
  public static Bookshop open(Class<?>[] configurations, String... settings) {
    return open(List.of(), configurations, settings);
  }

  /** Opens a bookshop with further beans, named by their class. */
  public static Bookshop openWith(List<?> beans, String... settings) {
    return open(beans, new Class<?>[0], settings);
  }

  private static Bookshop open(List<?> beans, Class<?>[] configurations, String... settings) {
    Class<?>[] sources =
        Stream.concat(Stream.of(BookshopApplication.class), Arrays.stream(configurations))
            .toArray(Class<?>[]::new);
    List<String> arguments =
        new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1"));
    if (Arrays.stream(settings)
        .noneMatch(setting -> setting.startsWith("spring.datasource.url="))) {
      arguments.add(NO_DATABASE);
    }
    Arrays.stream(settings).forEach(setting -> arguments.add("--" + setting));
    SpringApplication application = new SpringApplication(sources);
    application.addInitializers(
        context ->
            beans.forEach(
                bean ->
                    context.getBeanFactory().registerSingleton(bean.getClass().getName(), bean)));
    return new Bookshop(application.run(arguments.toArray(String[]::new)));
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return url;
  }

  /** What it is made of. */
  public ConfigurableApplicationContext context() {
    return context;
  }

  /**
   * Asks.
   *
   * @param headers names and values in turn
   */
  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  /** Sends a body; {@code Content-Type} is JSON unless the headers say otherwise. */
  public HttpResponse<String> post(String path, String body, String... headers) {
    boolean typed = Arrays.stream(headers).anyMatch("Content-Type"::equalsIgnoreCase);
    return send(
        "POST",
        path,
        body,
        typed
            ? headers
            : Stream.concat(Stream.of("Content-Type", "application/json"), Arrays.stream(headers))
                .toArray(String[]::new));
  }

  /** Sends any request. */
  public HttpResponse<String> send(
      String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + path, e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
