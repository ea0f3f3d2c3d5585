package dev.steadfast.starter.idempotency;

import dev.steadfast.starter.idempotency.IdempotencyProperties.Redis;
import dev.steadfast.starter.redis.RedisCircuit;
import java.net.URI;
import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;

/** Redisson behind a circuit, and everything about it that must be closed. */
final class RedissonConnection implements AutoCloseable {

  private static final String PROBE = "once:probe";
  private static final int DEFAULT_PORT = 6379;

  private final RedissonClient client;
  private final RedisCircuit circuit;
  private final boolean isOurs;

  private RedissonConnection(RedissonClient client, Redis settings, boolean isOurs) {
    this.client = client;
    this.isOurs = isOurs;
    this.circuit =
        new RedisCircuit(
            "idempotency",
            settings.timeout(),
            () -> client.getBucket(PROBE, ByteArrayCodec.INSTANCE).isExistsAsync());
  }

  /** A connection of our own, which is made in the background. */
  static RedissonConnection to(URI url, Redis settings) {
    return new RedissonConnection(Redisson.create(config(url, settings)), settings, true);
  }

  /** The application's connection, which it closes. */
  static RedissonConnection over(RedissonClient client, Redis settings) {
    return new RedissonConnection(client, settings, false);
  }

  RedissonClient client() {
    return client;
  }

  RedisCircuit circuit() {
    return circuit;
  }

  private static Config config(URI url, Redis settings) {
    int patience = Math.toIntExact(settings.timeout().toMillis());
    Config config = new Config();
    // the application starts, and serves, while Redis is down
    config.setLazyInitialization(true);
    config.setThreads(2).setNettyThreads(2);
    config
        .useSingleServer()
        .setAddress(address(url))
        .setDatabase(database(url))
        .setConnectionPoolSize(settings.connections())
        .setConnectionMinimumIdleSize(Math.min(4, settings.connections()))
        .setSubscriptionConnectionPoolSize(1)
        .setSubscriptionConnectionMinimumIdleSize(0)
        // the circuit tries again, not Redisson, whose callers would wait for it
        .setRetryAttempts(0)
        .setTimeout(patience)
        .setConnectTimeout(2 * patience)
        // a host that vanished without a word is noticed, and connected to again
        .setPingConnectionInterval(30_000)
        .setReconnectionDelay(new ConstantDelay(Duration.ofMillis(200)));
    return config;
  }

  private static String address(URI url) {
    String user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + '@';
    int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
    return url.getScheme() + "://" + user + url.getHost() + ':' + port;
  }

  private static int database(URI url) {
    String path = url.getPath();
    return path == null || path.length() < 2 ? 0 : Integer.parseInt(path.substring(1));
  }

  @Override
  public void close() {
    circuit.close();
    if (isOurs) {
      client.shutdown();
    }
  }
}
