package dev.steadfast.starter.ratelimit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Bucket4j's buckets over a {@link SharedState}.
 *
 * <p>Bucket4j's own manager for Lettuce reads the state and then replaces it: two commands for each
 * request, and more when others are at the same bucket. This one starts from the state that it last
 * saw, so that a request costs one command when nobody else was there meanwhile, and none when the
 * bucket is empty: an empty bucket stays empty until its time.
 */
final class SharedBuckets extends AbstractCompareAndSwapBasedProxyManager<Budget> {

  /** A key that lived a moment too short would let a window begin too early. */
  private static final long SLACK_NANOS = Duration.ofSeconds(1).toNanos();

  /** So often others may be faster, until a request is counted on this server only. */
  private static final int MOST_TRIES = 30;

  private final SharedState shared;
  private final TimeMeter clock;

  SharedBuckets(SharedState shared, TimeMeter clock) {
    super(ClientSideConfig.getDefault().withClientClock(clock));
    this.shared = shared;
    this.clock = clock;
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(Budget budget) {
    return new Operation(budget);
  }

  private final class Operation implements CompareAndSwapOperation {
    private final Budget budget;
    private int tries;

    Operation(Budget budget) {
      this.budget = budget;
    }

    @Override
    public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
      return Optional.ofNullable(budget.state(clock.currentTimeNanos()));
    }

    @Override
    public boolean compareAndSwap(
        byte @Nullable [] original,
        byte[] replacement,
        RemoteBucketState state,
        Optional<Long> timeoutNanos) {
      long now = clock.currentTimeNanos();
      long ttl = state.calculateFullRefillingTime(now) + SLACK_NANOS;
      SharedState where = ++tries > MOST_TRIES ? SharedState.NONE : shared;
      return where.replace(budget, original, replacement, now, ttl);
    }
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(Budget budget) {
    throw new UnsupportedOperationException("requests wait for their decision");
  }

  @Override
  public boolean isAsyncModeSupported() {
    return false;
  }

  @Override
  public boolean isExpireAfterWriteSupported() {
    return false;
  }

  @Override
  public void removeProxy(Budget budget) {
    throw new UnsupportedOperationException("buckets expire");
  }

  @Override
  protected CompletableFuture<Void> removeAsync(Budget budget) {
    throw new UnsupportedOperationException("buckets expire");
  }
}
