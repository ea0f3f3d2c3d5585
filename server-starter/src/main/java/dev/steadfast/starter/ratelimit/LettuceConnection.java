package dev.steadfast.starter.ratelimit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, made in the background, and made anew when it stays silent: the host may
 * have gone without a word.
 */
final class LettuceConnection implements AutoCloseable {

  private static final Duration HANDSHAKE = Duration.ofSeconds(1);
  private static final Duration RECONNECT = Duration.ofMillis(200);

  /** So many probes in a row without an answer end a connection. */
  private static final int SILENT_PROBES = 10;

  private final ClientResources resources;
  private final RedisClient client;
  private final RedisURI uri;
  private @Nullable CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connecting;
  private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
  private int probes;

  LettuceConnection(URI url) {
    this.uri = RedisURI.create(url);
    uri.setTimeout(HANDSHAKE);
    this.resources =
        DefaultClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .reconnectDelay(Delay.constant(RECONNECT))
            .build();
    this.client = RedisClient.create(resources);
    client.setOptions(
        ClientOptions.builder()
            // a lost Redis is noticed at once, and nothing piles up for it
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(HANDSHAKE).build())
            .build());
  }

  /** Asks Redis whether it is there, and connects to it first where that is needed. */
  synchronized CompletionStage<?> probe() {
    if (connection != null && ++probes > SILENT_PROBES) {
      // what is silent may never confirm it
      Future<?> unused = connection.closeAsync();
      connection = null;
    }
    StatefulRedisConnection<byte[], byte[]> known = connection;
    if (known != null) {
      return known.async().ping().thenRun(this::answered);
    }
    if (connecting == null || connecting.isCompletedExceptionally()) {
      connecting =
          client
              .connectAsync(ByteArrayCodec.INSTANCE, uri)
              .toCompletableFuture()
              .thenApply(this::connected);
    }
    return connecting.thenCompose(made -> made.async().ping());
  }

  private synchronized void answered() {
    probes = 0;
  }

  private synchronized StatefulRedisConnection<byte[], byte[]> connected(
      StatefulRedisConnection<byte[], byte[]> made) {
    connection = made;
    connecting = null;
    probes = 0;
    return made;
  }

  /**
   * The commands, for a caller that knows that Redis has answered.
   *
   * @throws IllegalStateException when it has not
   */
  RedisAsyncCommands<byte[], byte[]> commands() {
    StatefulRedisConnection<byte[], byte[]> made = connection;
    if (made == null) {
      throw new IllegalStateException("not connected to Redis");
    }
    return made.async();
  }

  @Override
  public void close() {
    client.shutdown(0, 1, TimeUnit.SECONDS);
    Future<?> unused = resources.shutdown(0, 1, TimeUnit.SECONDS);
  }
}
