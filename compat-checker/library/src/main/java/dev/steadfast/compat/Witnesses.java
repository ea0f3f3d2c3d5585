package dev.steadfast.compat;

import dev.steadfast.confirm.IndependentValidator;
import dev.steadfast.confirm.IndependentValidator.Answer;
import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Element;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import dev.steadfast.diff.SchemaChange;
import dev.steadfast.diff.SchemaDiff;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the message that shows a change, and has it confirmed. */
final class Witnesses {

  private final SchemaDiff schemas;
  private final Sightings sightings;
  private final IndependentValidator base;
  private final IndependentValidator revision;

  Witnesses(Document base, Document revision, SchemaDiff schemas, Sightings sightings) {
    this.schemas = schemas;
    this.sightings = sightings;
    this.base = new IndependentValidator(base);
    this.revision = new IndependentValidator(revision);
  }

  /** Null when no message shows the change. */
  @Nullable Witness of(SchemaChange change) {
    Node value = change.value();
    Carrier carrier = sightings.carrier(change.sites().get(0));
    if (value == null || carrier == null) {
      return null;
    }
    Operation sender = carrier.place().sender();
    if (sender == null) {
      return null;
    }
    MessageWriter writer = new MessageWriter(sender, schemas, change.direction());
    Element sent = carrier.sent();
    if (sent instanceof Parameter parameter) {
      writer.with(parameter, value);
    } else if (sent instanceof MediaType media) {
      writer.with(media, carrier.place().mediaType(), value);
    }
    return written(writer, sender, carrier.place(), value, doubt(carrier, value));
  }

  /* Empty when both halves are confirmed. */
  private String doubt(Carrier carrier, Node value) {
    boolean request = carrier.place().direction() == Direction.REQUEST;
    Answer allowed =
        request
            ? accepts(base, schema(carrier.before()), Role.SENT_REQUEST, value)
            : accepts(revision, schema(carrier.after()), Role.SENT_RESPONSE, value);
    Answer refused =
        request
            ? accepts(revision, schema(carrier.after()), Role.RECEIVED_REQUEST, value)
            : accepts(base, schema(carrier.before()), Role.RECEIVED_RESPONSE, value);
    if (allowed.accepted().isEmpty()) {
      return allowed.because();
    }
    if (refused.accepted().isEmpty()) {
      return refused.because();
    }
    if (!allowed.accepted().get()) {
      return "an independent validator finds that the sender's schema refuses the value";
    }
    return refused.accepted().get()
        ? "an independent validator finds that the receiver's schema allows the value"
        : "";
  }

  private static Answer accepts(
      IndependentValidator validator, @Nullable Node schema, Role role, Node value) {
    return schema == null
        ? new Answer(Optional.of(true), "")
        : validator.accepts(schema, role, value);
  }

  private static @Nullable Node schema(Element carrier) {
    return carrier instanceof Parameter parameter
        ? parameter.schema()
        : carrier instanceof MediaType media ? media.schema() : null;
  }

  /** Null when no message shows the change. */
  @Nullable Witness of(Sighting sighting) {
    Showing showing = sighting.hit().showing();
    Place place = sighting.places().get(0);
    Operation sender = place.sender();
    if (!showing.possible() || sender == null) {
      return null;
    }
    MessageWriter writer =
        new MessageWriter(sender, schemas, place.direction())
            .by(showing.caller())
            .to(showing.server());
    Parameter parameter = showing.parameter();
    MediaType media = media(sender, place);
    if (parameter != null) {
      writer.with(parameter, null);
    } else if (media != null) {
      writer.with(media, place.mediaType(), null);
    }
    return written(
        writer, sender, place, NullNode.of(), "no independent check of this fact is made");
  }

  private static @Nullable MediaType media(Operation sender, Place place) {
    if (place.mediaType().isEmpty()) {
      return null;
    }
    Response answer =
        place.message() == Place.Message.ANSWER ? sender.answer(place.status()) : null;
    Body body = place.message() == Place.Message.REQUEST ? sender.body() : null;
    List<MediaType> content =
        answer != null ? answer.content() : body != null ? body.content() : List.of();
    return MediaType.covering(content, place.mediaType());
  }

  private static @Nullable Witness written(
      MessageWriter writer, Operation sender, Place place, Node value, String doubt) {
    if (place.message() == Place.Message.REQUEST) {
      HttpRequest request = writer.request();
      return new Witness(
          Witness.Kind.REQUEST,
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
