package dev.steadfast.reference.health;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/** What the server needs, and whether it has it. */
@Component
final class Health implements DisposableBean {
  private final Watch database;
  private final @Nullable Watch redis;
  private final ApplicationAvailability availability;

  Health(
      HikariDataSource source, HealthProperties properties, ApplicationAvailability availability) {
    this.availability = availability;
    this.database =
        new Watch(
            "database",
            new DatabaseProbe(source, properties.timeout()),
            properties.interval(),
            properties.timeout());
    URI url = properties.redis();
    this.redis =
        url == null
            ? null
            : new Watch(
                "redis",
                new RedisProbe(url, properties.timeout()),
                properties.interval(),
                properties.timeout());
  }

  /** Whether the server can take a payment. Redis is not needed for that. */
  boolean isReady() {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && database.isUp();
  }

  /** The state of each thing that the server needs, by its name. */
  Map<String, String> components() {
    Map<String, String> components = new LinkedHashMap<>();
    components.put("database", word(database.isUp()));
    if (redis != null) {
      components.put("redis", word(redis.isUp()));
    }
    components.put(
        "traffic", word(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC));
    return components;
  }

  @Override
  public void destroy() {
    database.close();
    if (redis != null) {
      redis.close();
    }
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }
}
