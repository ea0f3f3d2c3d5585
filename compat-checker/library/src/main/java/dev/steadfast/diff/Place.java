package dev.steadfast.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which message of which operation an element belongs to.
 *
 * @param base the operation in the old document; null when it is not there
 * @param revision the operation in the new document; null when it is not there
 * @param direction of the message
 * @param message whether the message is the operation's request or its answer
 * @param status of the answer: a code, a range or {@code default}, the narrower of the two
 *     documents; empty for a request
 * @param mediaType of the body, the narrower of the two documents; empty outside bodies
 */
public record Place(
    @Nullable Operation base,
    @Nullable Operation revision,
    Direction direction,
    Message message,
    String status,
    String mediaType) {

  /** The two halves of an exchange. */
  public enum Message {
    REQUEST,
    ANSWER
  }

  /** The operation as the newest document that has it calls it. */
  public String operation() {
    Operation newest = revision == null ? base : revision;
    return newest == null ? "" : newest.label();
  }

  /** Whose message it is: the old document speaks for consumers, the new one for the provider. */
  public @Nullable Operation sender() {
    return direction == Direction.REQUEST ? base : revision;
  }

  /** What one side says of this message's body, in document order. */
  public List<MediaType> content(@Nullable Operation side) {
    if (side == null) {
      return List.of();
    }
    if (message == Message.ANSWER) {
      Response answer = side.answer(status);
      return answer == null ? List.of() : answer.content();
    }
    Body body = side.body();
    return body == null ? List.of() : body.content();
  }

  /** The request that this answer answers. */
  public Place asking() {
    Direction opposite = direction == Direction.REQUEST ? Direction.RESPONSE : Direction.REQUEST;
    return new Place(base, revision, opposite, Message.REQUEST, "", "");
  }

  Place in(Response response, Direction opposite) {
    return new Place(base, revision, opposite, Message.ANSWER, response.status(), "");
  }

  Place in(MediaType body) {
    return new Place(base, revision, direction, message, status, body.name());
  }

  /** The place of a schema in this message. */
  Site site(Part part, String name) {
    return new Site(operation(), direction, part, name, status);
  }
}
