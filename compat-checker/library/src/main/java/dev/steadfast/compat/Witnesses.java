package dev.steadfast.compat;

import dev.steadfast.compat.Witness.Shows;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Element;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Outcome;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import dev.steadfast.diff.SchemaChange;
import dev.steadfast.diff.SchemaDiff;
import dev.steadfast.diff.Sequence;
import dev.steadfast.diff.StreamItem;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the message that shows a change, and has it confirmed. */
final class Witnesses {

  private final SchemaDiff schemas;
  private final Sightings sightings;
  private final Samples samples;
  private final SecondOpinion base;
  private final SecondOpinion revision;
  private final ValueJudge values;
  private final MessageJudge messages;

  Witnesses(Document base, Document revision, SchemaDiff schemas, Sightings sightings) {
    this.schemas = schemas;
    this.sightings = sightings;
    this.base = new SecondOpinion(base);
    this.revision = new SecondOpinion(revision);
    this.samples = new Samples(schemas, this.base);
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
      Place place = carrier.place();
      MediaType whole = Samples.media(sender, place, place.mediaType());
      if (whole != null) { // a header of one of its parts
        writer.with(whole, place.mediaType(), samples.body(sender, place, whole, null));
      }
    } else if (sent instanceof MediaType media) {
      value = ValueJudge.asSent(media, value, byOld ? base.values() : revision.values());
      writer.with(media, carrier.place().mediaType(), value);
    } else if (sent instanceof StreamItem item) {
      Node sequence = ArrayNode.of(List.of(value));
      writer.with(item.media(), carrier.place().mediaType(), sequence);
    } else if (sent instanceof Sequence sequence) {
      writer.with(sequence.media(), carrier.place().mediaType(), value);
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
    MediaType media = Samples.media(sender, place, type);
    if (parameter != null) {
      writer.with(
          parameter,
          showing.value() == null ? samples.telling(parameter.schema()) : showing.value());
    } else if (media != null) {
      writer
          .with(media, type, samples.body(sender, place, media, showing.field()))
          .with(showing.field(), showing.partType());
    }
    Witness unconfirmed =
        written(writer, sender, place, NullNode.of(), showing.shows(), "not judged yet");
    return unconfirmed == null
        ? null
        : messages.judged(unconfirmed, showing, sender, place, writer.scopes());
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
