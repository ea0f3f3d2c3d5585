package dev.steadfast.starter.ratelimit;

import dev.steadfast.starter.ratelimit.RateLimitProperties.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;

/**
 * Limits in a file, which apply within {@value #SECONDS} s of a change. The file has the names of
 * the application's own configuration ({@code steadfast.rate-limit.tiers.basic.reads}); what it
 * does not name keeps its configured limit. A file that cannot be read changes nothing.
 */
final class LimitsFile implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LimitsFile.class);

  private static final int SECONDS = 1;
  private static final String TIERS = "steadfast.rate-limit.tiers";

  private final Path file;
  private final Map<String, Tier> configured;
  private final Consumer<Map<String, Tier>> apply;
  private final Thread thread;
  private @Nullable Version last;

  private record Version(FileTime modified, long size) {}

  /**
   * Applies the file now and after each change.
   *
   * @param configured what applies without it
   */
  LimitsFile(Path file, Map<String, Tier> configured, Consumer<Map<String, Tier>> apply) {
    this.file = file;
    this.configured = configured;
    this.apply = apply;
    look();
    this.thread = new Thread(this::watch, "rate-limit-file");
    thread.setDaemon(true);
    thread.start();
  }

  /* Looked at, not watched: a mounted ConfigMap changes by a link, which watches miss. */
  private void watch() {
    try {
      while (true) {
        Thread.sleep(Duration.ofSeconds(SECONDS).toMillis());
        look();
      }
    } catch (InterruptedException e) {
      // closed
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    Version now = version();
    if (Objects.equals(now, last)) {
      return;
    }
    last = now;
    try {
      Map<String, Tier> tiers = new HashMap<>(configured);
      if (now != null) {
        tiers.putAll(read());
      }
      apply.accept(tiers);
      log.atInfo()
          .setMessage("Rate limits read")
          .addKeyValue("file", file)
          .addKeyValue("tiers", tiers)
          .log();
    } catch (IOException | RuntimeException e) {
      log.atError()
          .setMessage("Rate limits not read, the last ones stay")
          .addKeyValue("file", file)
          .addKeyValue("reason", reason(e))
          .log();
    }
  }

  private @Nullable Version version() {
    try {
      return new Version(Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException e) {
      return null;
    }
  }

  private Map<String, Tier> read() throws IOException {
    MutablePropertySources sources = new MutablePropertySources();
    loader().load(TIERS, new FileSystemResource(file)).forEach(sources::addLast);
    return new Binder(ConfigurationPropertySources.from(sources))
        .bind(TIERS, Bindable.mapOf(String.class, Tier.class))
        .orElseGet(Map::of);
  }

  private PropertySourceLoader loader() {
    return file.toString().endsWith(".properties")
        ? new PropertiesPropertySourceLoader()
        : new YamlPropertySourceLoader();
  }

  private static String reason(Exception e) {
    List<String> reasons = new ArrayList<>();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      reasons.add(String.valueOf(cause.getMessage()));
    }
    return String.join(": ", e instanceof BindException ? reasons : reasons.subList(0, 1));
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
