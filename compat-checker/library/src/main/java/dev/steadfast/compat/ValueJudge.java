package dev.steadfast.compat;

import dev.steadfast.compat.Witness.Shows;
import dev.steadfast.confirm.IndependentValidator;
import dev.steadfast.confirm.IndependentValidator.Answer;
import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Element;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Sequence;
import dev.steadfast.diff.StreamItem;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the value of a witness judged by validators that share no code with the engine. */
final class ValueJudge {

  private final SecondOpinion base;
  private final SecondOpinion revision;

  ValueJudge(SecondOpinion base, SecondOpinion revision) {
    this.base = base;
    this.revision = revision;
  }

  /**
   * The value that a parameter is sent with: where values travel as texts, a number may stand for
   * the string of its digits.
   */
  static Node asSent(Parameter parameter, Node value, IndependentValidator sender) {
    return asSent(parameter.schema(), value, sender);
  }

  /** The same of a body that is a text, and of the fields of a form. */
  static Node asSent(MediaType media, Node value, IndependentValidator sender) {
    if (media.range().plainText()) {
      return asSent(media.schema(), value, sender);
    }
    if (!media.range().form() || !(value instanceof ObjectNode object)) {
      return value;
    }
    Map<String, Node> members = object.toMap();
    members.replaceAll((name, member) -> asSent(media.encoding(name).schema(), member, sender));
    Map<String, Node> texts = new LinkedHashMap<>(members);
    texts.replaceAll(
        (name, member) -> media.encoding(name).schema() == null ? asText(member) : member);
    return asSent(media.schema(), ObjectNode.of(members), ObjectNode.of(texts), sender);
  }

  private static Node asSent(@Nullable Node schema, Node value, IndependentValidator sender) {
    return asSent(schema, value, asText(value), sender);
  }

  /* The text, where the sender's schema wants it and not the value. */
  private static Node asSent(
      @Nullable Node schema, Node value, Node text, IndependentValidator sender) {
    boolean stands =
        schema != null
            && !text.equals(value)
            && !sender.accepts(schema, Role.SENT_REQUEST, value).accepted().orElse(true)
            && sender.accepts(schema, Role.SENT_REQUEST, text).accepted().orElse(false);
    return stands ? text : value;
  }

  private static Node asText(Node value) {
    if (value instanceof NumberNode || value instanceof BooleanNode) {
      return StringNode.of(value.toString());
    }
    if (value instanceof ArrayNode array) {
      List<Node> items = new ArrayList<>();
      array.forEach(item -> items.add(asText(item)));
      return ArrayNode.of(items);
    }
    if (value instanceof ObjectNode object) {
      Map<String, Node> members = object.toMap();
      members.replaceAll((name, member) -> asText(member));
      return ObjectNode.of(members);
    }
    return value;
  }

  /** Why it is not confirmed that the value shows the change; empty when it is. */
  String doubt(Carrier carrier, Node value, Shows shows) {
    if (shows == Shows.LOST) {
      Answer promised =
          declares(base.values(), schema(carrier.before()), Role.RECEIVED_RESPONSE, value);
      Answer still =
          declares(revision.values(), schema(carrier.after()), Role.SENT_RESPONSE, value);
      return promised.accepted().orElse(false) && !still.accepted().orElse(true)
          ? ""
          : "an independent validator cannot tell that it is never sent";
    }
    boolean request = carrier.place().direction() == Direction.REQUEST;
    Answer allowed =
        request
            ? accepts(base.values(), schema(carrier.before()), Role.SENT_REQUEST, value)
            : accepts(revision.values(), schema(carrier.after()), Role.SENT_RESPONSE, value);
    Answer refused =
        request
            ? accepts(revision.values(), schema(carrier.after()), Role.RECEIVED_REQUEST, value)
            : accepts(base.values(), schema(carrier.before()), Role.RECEIVED_RESPONSE, value);
    if (allowed.accepted().isEmpty()) {
      return allowed.because();
    }
    if (refused.accepted().isEmpty()) {
      return refused.because();
    }
    if (!allowed.accepted().get()) {
      return "an independent validator finds that the sender's schema refuses the value";
    }
    return !refused.accepted().get()
        ? ""
        : shows == Shows.MISREAD
            ? "a validator looks at values, not at how they are read"
            : "an independent validator finds that the receiver's schema allows the value";
  }

  private static Answer accepts(
      IndependentValidator validator, @Nullable Node schema, Role role, Node value) {
    return schema == null
        ? new Answer(Optional.of(true), "")
        : validator.accepts(schema, role, value);
  }

  private static Answer declares(
      IndependentValidator validator, @Nullable Node schema, Role role, Node value) {
    return schema == null
        ? new Answer(Optional.of(true), "")
        : validator.declares(schema, role, value);
  }

  private static @Nullable Node schema(Element carrier) {
    return carrier instanceof Parameter parameter
        ? parameter.schema()
        : carrier instanceof MediaType media
            ? media.schema()
            : carrier instanceof StreamItem item
                ? item.schema()
                : carrier instanceof Sequence sequence ? sequence.schema() : null;
  }
}
