package dev.steadfast.proof.rows;

import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Connection;
import dev.steadfast.proof.load.Request;
import dev.steadfast.proof.load.Target;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client that reads lists over one connection. */
final class ListReader implements Closeable {

  private static final Pattern ID = Pattern.compile("[{,]\"id\":\"([^\"]+)\"");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

  private final Connection connection;
  private final Merchant merchant;

  ListReader(Target target, Merchant merchant) throws IOException {
    this.connection = Connection.open(target, Duration.ofSeconds(30));
    this.merchant = merchant;
  }

  /**
   * A page of a list.
   *
   * @param next null on the last one
   * @param nanos how long the answer took
   */
  record Part(List<String> ids, @Nullable String next, long nanos) {}

  /** Reads one page: {@code /v2/transactions?limit=100}, after that cursor. */
  Part page(String address, @Nullable String cursor) throws IOException {
    String separator = address.contains("?") ? "&" : "?";
    String path = cursor == null ? address : address + separator + "cursor=" + cursor;
    long start = System.nanoTime();
    Answer answer = connection.exchange(Request.get(path).by(merchant.token()));
    long nanos = System.nanoTime() - start;
    if (answer.status() != 200) {
      throw new IOException(path + ": " + answer.status() + " " + answer.body());
    }
    List<String> ids = new ArrayList<>();
    Matcher id = ID.matcher(answer.body());
    while (id.find()) {
      ids.add(id.group(1));
    }
    Matcher next = NEXT.matcher(answer.body());
    return new Part(ids, next.find() ? next.group(1) : null, nanos);
  }

  @Override
  public void close() {
    connection.close();
  }
}
