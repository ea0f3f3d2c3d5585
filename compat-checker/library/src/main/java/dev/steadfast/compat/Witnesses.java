package dev.steadfast.compat;

import dev.steadfast.compat.Witness.Shows;
import dev.steadfast.confirm.IndependentValidator.Role;
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
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final SchemaDiff schemas;
  private final Sightings sightings;
  private final SecondOpinion base;
  private final SecondOpinion revision;
  private final ValueJudge values;
  private final MessageJudge messages;

  Witnesses(Document base, Document revision, SchemaDiff schemas, Sightings sightings) {
    this.schemas = schemas;
    this.sightings = sightings;
    this.base = new SecondOpinion(base);
    this.revision = new SecondOpinion(revision);
    this.values = new ValueJudge(this.base, this.revision);
    this.messages = new MessageJudge(this.base, this.revision);
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
      value = ValueJudge.asSent(parameter, value, byOld ? base.values() : revision.values());
      writer.with(parameter, value);
    } else if (sent instanceof MediaType media) {
      writer.with(media, carrier.place().mediaType(), value);
    } else if (sent instanceof StreamItem item) {
      writer.with(item.media(), carrier.place().mediaType(), value);
    }
    String doubt = values.doubt(carrier, value, shows);
    boolean refused = shows == Shows.MISREAD && doubt.isEmpty();
    Shows seen = refused ? Shows.REFUSED : shows;
    return written(writer, sender, carrier.place(), value, seen, doubt);
  }

  private static Shows shows(Outcome outcome) {
    return switch (outcome) {
      case MISREAD -> Shows.MISREAD;
      case LOST -> Shows.LOST;
      default -> Shows.REFUSED;
    };
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
    return unconfirmed == null
        ? null
        : messages.judged(unconfirmed, showing, sender, place, writer.scopes());
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
