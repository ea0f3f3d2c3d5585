package dev.steadfast.starter.ratelimit;

import dev.steadfast.starter.redis.RedisCircuit;
import dev.steadfast.starter.redis.RedisLostException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The states in Redis, one key per bucket. Every replacement is one command, which also tells the
 * state that is there when it is not the expected one. While Redis is lost, this server goes on
 * alone from what it last saw.
 */
final class RedisState implements SharedState {

  /* Answers an empty array when the state was replaced, otherwise state and milliseconds to live. */
  private static final byte[] SCRIPT =
      """
      local seen = redis.call('GET', KEYS[1])
      if not seen or seen == ARGV[1] then
        redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
        return {}
      end
      return {seen, redis.call('PTTL', KEYS[1])}
      """
          .getBytes(StandardCharsets.US_ASCII);

  private static final byte[] NOTHING = {};
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LettuceConnection connection;
  private final RedisCircuit circuit;
  private final String digest;

  RedisState(LettuceConnection connection, RedisCircuit circuit) {
    this.connection = connection;
    this.circuit = circuit;
    this.digest = Base16.digest(SCRIPT);
  }

  @Override
  public boolean replace(
      Budget budget, byte @Nullable [] expected, byte[] state, long nowNanos, long ttlNanos) {
    long expires = nowNanos + ttlNanos;
    if (!circuit.isClosed()) {
      return budget.replace(expected, state, expires);
    }
    List<?> answer;
    try {
      answer = circuit.ask(() -> send(budget.key(), expected, state, ttlNanos / NANOS_PER_MILLI));
    } catch (RedisLostException e) {
      return budget.replace(expected, state, expires);
    }
    if (answer.isEmpty()) {
      budget.note(state, expires);
      return true;
    }
    long livesMillis = Math.max(0, (Long) answer.get(1));
    budget.note((byte[]) answer.get(0), nowNanos + livesMillis * NANOS_PER_MILLI);
    return false;
  }

  private CompletionStage<List<?>> send(
      byte[] key, byte @Nullable [] expected, byte[] state, long ttlMillis) {
    byte[][] keys = {key};
    byte[][] arguments = {
      expected == null ? NOTHING : expected,
      state,
      Long.toString(ttlMillis).getBytes(StandardCharsets.US_ASCII)
    };
    RedisAsyncCommands<byte[], byte[]> commands = connection.commands();
    CompletionStage<List<?>> known =
        commands.evalsha(digest, ScriptOutputType.MULTI, keys, arguments);
    return known.exceptionallyCompose(
        failure -> {
          Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
          if (cause instanceof RedisNoScriptException) {
            // a Redis that was restarted has forgotten it; this tells it again
            return commands.eval(SCRIPT, ScriptOutputType.MULTI, keys, arguments);
          }
          return CompletableFuture.failedFuture(failure);
        });
  }

  @Override
  public boolean isLost() {
    return circuit.isOpen();
  }

  @Override
  public void close() {
    circuit.close();
    connection.close();
  }
}
