package dev.steadfast.compat;

import dev.steadfast.compat.Witness.Shows;
import dev.steadfast.confirm.MessageCheck;
import dev.steadfast.confirm.MessageCheck.Opinion;
import dev.steadfast.confirm.MessageReading;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Encoding;
import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has the message of a witness judged by second readers of both documents. */
final class MessageJudge {

  private static final String NAMES_ONLY =
      "a second reader looks at names and media types, not at how values are written";

  private final SecondOpinion base;
  private final SecondOpinion revision;

  MessageJudge(SecondOpinion base, SecondOpinion revision) {
    this.base = base;
    this.revision = revision;
  }

  /**
   * The witness, confirmed or with the reason why it is not.
   *
   * @param scopes what the sender's token is good for
   */
  Witness judged(
      Witness witness, Showing showing, Operation sender, Place place, Set<String> scopes) {
    Witness judged = byNames(witness, place, scopes);
    if (judged.shows() != Shows.MISREAD || !NAMES_ONLY.equals(judged.unconfirmedBecause())) {
      return judged;
    }
    Parameter parameter = showing.parameter();
    boolean differs =
        parameter == null
            ? isReadOtherwise(judged, showing.field())
            : isReadOtherwise(judged, parameter, sender, place);
    return differs ? judged.confirming() : judged;
  }

  /* The old document speaks for who uses the API, the new one for who provides it. */
  private Witness byNames(Witness witness, Place place, Set<String> scopes) {
    MessageCheck.Answer before = opinion(base, place.base(), witness, place, scopes);
    MessageCheck.Answer after = opinion(revision, place.revision(), witness, place, scopes);
    boolean byOld = place.direction() == Direction.REQUEST || witness.shows() == Shows.LOST;
    MessageCheck.Answer sender = byOld ? before : after;
    MessageCheck.Answer receiver = byOld ? after : before;
    String doubt =
        sender.opinion() != Opinion.ALLOWED
            ? "read a second time, the sender's document has no room for it: " + sender.because()
            : receiver.opinion() == Opinion.ALLOWED ? NAMES_ONLY : "";
    return new Witness(
        witness.kind(),
        witness.shows(),
        witness.http(),
        witness.value(),
        doubt.isEmpty(),
        witness.curl(),
        doubt.isEmpty() ? null : doubt);
  }

  /* Both sides read the parameter back, each as it writes it itself. */
  private boolean isReadOtherwise(
      Witness witness, Parameter parameter, Operation sender, Place place) {
    MessageReading old = base.messages().reading();
    MessageReading fresh = revision.messages().reading();
    Operation before = place.base();
    Operation after = place.revision();
    Optional<Object> was = Optional.empty();
    Optional<Object> now = Optional.empty();
    if (witness.kind() == Witness.Kind.REQUEST && place.direction() == Direction.REQUEST) {
      int hole = sender.holeOf(parameter);
      was = old.parameter(witness.http(), parameter.in(), parameter.name(), hole);
      now = fresh.parameter(witness.http(), parameter.in(), parameter.name(), hole);
    } else if (witness.kind() == Witness.Kind.RESPONSE && before != null && after != null) {
      was = old.header(before.at(), witness.http(), parameter.name());
      now = fresh.header(after.at(), witness.http(), parameter.name());
    }
    return differ(was, now);
  }

  private boolean isReadOtherwise(Witness witness, @Nullable Encoding part) {
    String field = part == null ? "" : part.property();
    return differ(
        base.messages().reading().field(witness.http(), field),
        revision.messages().reading().field(witness.http(), field));
  }

  private static boolean differ(Optional<Object> was, Optional<Object> now) {
    return was.isPresent() && now.isPresent() && !was.equals(now);
  }

  private static MessageCheck.Answer opinion(
      SecondOpinion document,
      @Nullable Operation operation,
      Witness witness,
      Place place,
      Set<String> scopes) {
    boolean request = witness.kind() == Witness.Kind.REQUEST;
    if (request && place.direction() == Direction.REQUEST) {
      return document.messages().request(witness.http(), scopes);
    }
    if (operation == null) {
      return new MessageCheck.Answer(Opinion.REFUSED, "there is no such operation");
    }
    return request
        ? document.messages().message(operation.at(), witness.http())
        : document.messages().response(operation.at(), witness.http());
  }
}
