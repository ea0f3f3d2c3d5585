package dev.steadfast.compat;

import dev.steadfast.compat.Witness.Shows;
import dev.steadfast.confirm.IndependentValidator;
import dev.steadfast.confirm.IndependentValidator.Answer;
import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.confirm.MessageCheck;
import dev.steadfast.confirm.MessageCheck.Opinion;
import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Element;
import dev.steadfast.diff.Kind;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Outcome;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import dev.steadfast.diff.SchemaChange;
import dev.steadfast.diff.SchemaDiff;
import dev.steadfast.diff.StreamItem;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the message that shows a change, and has it confirmed. */
final class Witnesses {

  private static final List<Node> TELLING =
      List.of(
          ArrayNode.of(List.of(StringNode.of("a"), StringNode.of("b"))),
          ArrayNode.of(
              List.of(NumberNode.of(BigDecimal.ONE), NumberNode.of(BigDecimal.valueOf(2)))),
          ObjectNode.of(Map.of("key", StringNode.of("value"))),
          StringNode.of("a"));

  private static final String NAMES_ONLY =
      "a second reader looks at names and media types, not at how values are written";

  private final SchemaDiff schemas;
  private final Sightings sightings;
  private final SecondOpinion base;
  private final SecondOpinion revision;

  Witnesses(Document base, Document revision, SchemaDiff schemas, Sightings sightings) {
    this.schemas = schemas;
    this.sightings = sightings;
    this.base = new SecondOpinion(base);
    this.revision = new SecondOpinion(revision);
  }

  /** Null when no message shows the change. */
  @Nullable Witness of(SchemaChange change) {
    Node value = change.value();
    Carrier carrier = sightings.carrier(change.sites().get(0));
    if (value == null || carrier == null) {
      return null;
    }
    Shows shows = shows(change.outcome());
    boolean lost = shows == Shows.LOST;
    Operation sender = lost ? carrier.place().base() : carrier.place().sender();
    if (sender == null) {
      return null;
    }
    MessageWriter writer = new MessageWriter(sender, schemas, change.direction());
    Element sent = lost ? carrier.before() : carrier.sent();
    boolean byOld = lost || change.direction() == Direction.REQUEST;
    if (sent instanceof Parameter parameter) {
      value = asSent(parameter, value, byOld ? base.values() : revision.values());
      writer.with(parameter, value);
    } else if (sent instanceof MediaType media) {
      writer.with(media, carrier.place().mediaType(), value);
    } else if (sent instanceof StreamItem item) {
      writer.with(item.media(), carrier.place().mediaType(), value);
    }
    String doubt = doubt(carrier, value, shows);
    boolean refused = shows == Shows.MISREAD && doubt.isEmpty();
    Shows seen = refused ? Shows.REFUSED : shows;
    return written(writer, sender, carrier.place(), value, seen, doubt);
  }

  /* Where values travel as texts, a number may stand for the string of its digits. */
  private static Node asSent(Parameter parameter, Node value, IndependentValidator sender) {
    Node schema = parameter.schema();
    Node text = asText(value);
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

  private static Shows shows(Outcome outcome) {
    return switch (outcome) {
      case MISREAD -> Shows.MISREAD;
      case LOST -> Shows.LOST;
      default -> Shows.REFUSED;
    };
  }

  /* Empty when both halves are confirmed. */
  private String doubt(Carrier carrier, Node value, Shows shows) {
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
            : carrier instanceof StreamItem item ? item.schema() : null;
  }

  /** Null when no message shows the change. */
  @Nullable Witness of(Sighting sighting) {
    Showing showing = sighting.hit().showing();
    Place first = sighting.places().get(0);
    Place place = showing.accept().isEmpty() ? first : first.asking();
    Operation sender = showing.shows() == Shows.LOST ? place.base() : place.sender();
    if (!showing.possible() || sender == null) {
      return null;
    }
    MessageWriter writer =
        new MessageWriter(sender, schemas, place.direction())
            .by(showing.caller())
            .to(showing.server())
            .accepting(showing.accept());
    Parameter parameter = showing.parameter();
    String type = showing.mediaType().isEmpty() ? place.mediaType() : showing.mediaType();
    MediaType media = media(sender, place, type);
    if (parameter != null) {
      writer.with(
          parameter, showing.value() == null ? telling(parameter.schema()) : showing.value());
    } else if (media != null) {
      writer.with(media, type, fields(sender, place, media, showing.property()));
    }
    Witness unconfirmed =
        written(writer, sender, place, NullNode.of(), showing.shows(), "not judged yet");
    if (unconfirmed == null) {
      return null;
    }
    Witness judged = judged(unconfirmed, place, writer.scopes());
    if (judged.shows() != Shows.MISREAD || !NAMES_ONLY.equals(judged.unconfirmedBecause())) {
      return judged;
    }
    boolean differs =
        parameter == null
            ? differ(
                base.messages().reading().field(judged.http(), showing.property()),
                revision.messages().reading().field(judged.http(), showing.property()))
            : isReadOtherwise(judged, parameter, sender, place);
    return differs ? judged.confirming() : judged;
  }

  /* The smallest body and the field, with two members where it may have them. */
  private @Nullable Node fields(Operation sender, Place place, MediaType media, String property) {
    Node schema = media.encoding(property).schema();
    if (property.isEmpty() || schema == null) {
      return null;
    }
    Document document = sender.contract().document();
    Node smallest =
        schemas.example(document, media.schema(), place.direction()).orElseGet(NullNode::of);
    Map<String, Node> members =
        smallest instanceof ObjectNode object ? object.toMap() : new LinkedHashMap<>();
    Node value = telling(schema);
    members.put(
        property,
        value == null
            ? schemas.example(document, schema, place.direction()).orElseGet(NullNode::of)
            : value);
    return ObjectNode.of(members);
  }

  /* The old document speaks for who uses the API, the new one for who provides it. */
  private Witness judged(Witness witness, Place place, Set<String> scopes) {
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
    Operation before = place.base();
    Operation after = place.revision();
    Optional<Object> was = Optional.empty();
    Optional<Object> now = Optional.empty();
    if (witness.kind() == Witness.Kind.REQUEST && place.direction() == Direction.REQUEST) {
      int hole = sender.holeOf(parameter);
      was = base.messages().reading().parameter(witness.http(), parameter.in(), parameter.name(), hole);
      now = revision.messages().reading().parameter(witness.http(), parameter.in(), parameter.name(), hole);
    } else if (witness.kind() == Witness.Kind.RESPONSE && before != null && after != null) {
      was = base.messages().reading().header(before.at(), witness.http(), parameter.name());
      now = revision.messages().reading().header(after.at(), witness.http(), parameter.name());
    }
    return differ(was, now);
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

  /* Two members show how they are kept apart; null leaves the choice to the schema. */
  private @Nullable Node telling(@Nullable Node schema) {
    for (Node value : TELLING) {
      boolean possible = schema != null && Kind.of(schema).contains(Kind.ofValue(value));
      if (possible
          && schema != null
          && base.values().accepts(schema, Role.SENT_REQUEST, value).accepted().orElse(false)) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable MediaType media(Operation sender, Place place, String type) {
    if (type.isEmpty()) {
      return null;
    }
    Response answer =
        place.message() == Place.Message.ANSWER ? sender.answer(place.status()) : null;
    Body body = place.message() == Place.Message.REQUEST ? sender.body() : null;
    List<MediaType> content =
        answer != null ? answer.content() : body != null ? body.content() : List.of();
    return MediaType.covering(content, type);
  }

  private static @Nullable Witness written(
      MessageWriter writer, Operation sender, Place place, Node value, Shows shows, String doubt) {
    if (place.message() == Place.Message.REQUEST) {
      HttpRequest request = writer.request();
      return new Witness(
          Witness.Kind.REQUEST,
          shows,
          request.text(),
          value,
          doubt.isEmpty() && writer.faithful(),
          request.curl(),
          because(doubt, writer));
    }
    Response answer = sender.answer(place.status());
    if (answer == null) {
      return null;
    }
    return new Witness(
        Witness.Kind.RESPONSE,
        shows,
        writer.response(answer, place.status()).text(),
        value,
        doubt.isEmpty() && writer.faithful(),
        null,
        because(doubt, writer));
  }

  private static @Nullable String because(String doubt, MessageWriter writer) {
    if (!doubt.isEmpty()) {
      return doubt;
    }
    return writer.faithful() ? null : "the body is shown as JSON: its media type has no writer";
  }
}
