package dev.steadfast.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.BookshopApplication;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An application that has none of the optional dependencies starts, in a process of its own. */
class BareClasspathTest {

  /** Jars that a feature uses when they are there. */
  private static final Pattern OPTIONAL =
      Pattern.compile(
          "(redisson|bucket4j|lettuce|spring-boot-jdbc|spring-jdbc|spring-tx|HikariCP|postgresql"
              + "|micrometer-core|micrometer-registry|spring-boot-micrometer|hibernate-validator"
              + "|jakarta.validation).*\\.jar");

  private static final Pattern STARTED = Pattern.compile("started on port (\\d+)");

  @Test
  void application_withoutOptionalDependencies_answers() throws IOException, InterruptedException {
    String classpath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !OPTIONAL.matcher(Path.of(entry).getFileName().toString()).matches())
            .collect(Collectors.joining(File.pathSeparator));
    Process shop =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath,
                BookshopApplication.class.getName(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.level.org.springframework.boot.tomcat=info")
            .redirectErrorStream(true)
            .start();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(shop) + "/v2/nothing"))
              .build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
          .startsWith("{\"type\":\"/problems/not-found\",");
    } finally {
      shop.destroyForcibly();
    }
  }

  private static String port(Process shop) throws IOException {
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines = shop.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        Matcher started = STARTED.matcher(line);
        if (started.find()) {
          return started.group(1);
        }
      }
    }
    throw new AssertionError("the shop did not open:\n" + output);
  }
}
