package dev.steadfast.cli;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Answers in the order of the questions, two worked on at a time, and never more kept than that.
 */
final class Lookahead<Q, A> implements Iterator<A>, AutoCloseable {

  private static final int AT_A_TIME = 2;
  private static final int READY = 2; // so that a slow question does not stop both workers
  private static final long STACK_BYTES = 256L << 20;

  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          AT_A_TIME, task -> new Thread(null, task, "worker", STACK_BYTES));
  private final Queue<Future<A>> underWay = new ArrayDeque<>();
  private final Iterator<Q> questions;
  private final Function<Q, A> answer;

  Lookahead(List<Q> questions, Function<Q, A> answer) {
    this.questions = questions.iterator();
    this.answer = answer;
    fill();
  }

  private void fill() {
    while (underWay.size() < AT_A_TIME + READY && questions.hasNext()) {
      Q question = questions.next();
      underWay.add(workers.submit(() -> answer.apply(question)));
    }
  }

  @Override
  public boolean hasNext() {
    return !underWay.isEmpty();
  }

  @Override
  public A next() {
    try {
      A result = underWay.remove().get();
      fill();
      return result;
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
