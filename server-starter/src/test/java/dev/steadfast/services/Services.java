package dev.steadfast.services;

import dev.steadfast.local.PostgresProcess;
import dev.steadfast.local.RedisProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL and one Redis for all tests of this module; they end with the process. */
public final class Services {

  private static @Nullable PostgresProcess postgres;
  private static @Nullable RedisProcess redis;

  private Services() {}

  /** PostgreSQL, with the table of the idempotency feature. */
  public static synchronized PostgresProcess postgres() {
    if (postgres == null) {
      try {
        PostgresProcess started = PostgresProcess.start(folder("postgres"));
        try (Connection connection = started.connect();
            Statement statement = connection.createStatement()) {
          statement.execute(schema());
        }
        postgres = started;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("PostgreSQL does not start", e);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
    return postgres;
  }

  /** Redis. A test that breaks it mends it. */
  public static synchronized RedisProcess redis() {
    if (redis == null) {
      try {
        redis = RedisProcess.start(folder("redis"));
      } catch (IOException e) {
        throw new IllegalStateException("Redis does not start", e);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
    return redis;
  }

  private static Path folder(String name) throws IOException {
    return Files.createTempDirectory("steadfast-" + name);
  }

  private static String schema() throws IOException {
    try (InputStream file =
        Services.class.getResourceAsStream("/dev/steadfast/starter/idempotency/schema.sql")) {
      if (file == null) {
        throw new IOException("schema.sql is not on the classpath");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
