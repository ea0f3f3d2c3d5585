package dev.steadfast.diff;

import dev.steadfast.diff.Change.Added;
import dev.steadfast.diff.Change.Kept;
import dev.steadfast.diff.Change.Removed;
import dev.steadfast.schema.View.Spelling;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.Version;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Walks two contracts side by side, tells a listener of every element, and hands every pair of
 * schemas to the schema comparison.
 */
public final class ContractDiff {

  private final Contract base;
  private final Contract revision;
  private final SchemaDiff schemas;
  private final Listener listener;
  private final Set<Visit> deepCallbacks = new HashSet<>();

  public ContractDiff(Contract base, Contract revision, SchemaDiff schemas, Listener listener) {
    this.base = base;
    this.revision = revision;
    this.schemas = schemas;
    this.listener = listener;
  }

  /** Linear in the size of the documents plus the number of references in them. */
  public void walk() {
    operations(base.operations(), revision.operations(), 0);
    operations(base.webhooks(), revision.webhooks(), 0);
  }

  private void operations(List<Operation> before, List<Operation> after, int depth) {
    for (Change<Operation> change : Pairing.operations(before, after)) {
      Direction direction = requestDirection(change);
      Place place =
          change.match(
              added -> request(null, added, direction),
              removed -> request(removed, null, direction),
              (old, now) -> request(old, now, direction));
      listener.changed(Operation.class, change, place);
      if (change instanceof Kept<Operation> kept) {
        operation(kept.before(), kept.after(), place, depth);
      }
    }
  }

  private static Direction requestDirection(Change<Operation> change) {
    Operation one = change.match(added -> added, removed -> removed, (old, now) -> now);
    return one.origin() == Operation.Origin.PATH ? Direction.REQUEST : Direction.RESPONSE;
  }

  private static Place request(
      @Nullable Operation old, @Nullable Operation now, Direction direction) {
    return new Place(old, now, direction, Place.Message.REQUEST, "", "");
  }

  private void operation(Operation before, Operation after, Place place, int depth) {
    servers(before, after, place);
    kept(Authorization.class, before.authorization(), after.authorization(), place);
    parameters(before, after, place);
    body(before.body(), after.body(), place);
    responses(before, after, place);
    callbacks(before, after, depth);
  }

  /* Paths of one shape leave only the servers to compare; others are part of the URL. */
  private void servers(Operation before, Operation after, Place place) {
    if (after.origin() != Operation.Origin.PATH) {
      return; // who subscribes says where a webhook or callback goes
    }
    String was = before.path().shape();
    String is = after.path().shape();
    if (was.equals(is)) {
      kept(Servers.class, before.servers(), after.servers(), place);
    } else {
      kept(Servers.class, before.servers().joined(was), after.servers().joined(is), place);
    }
  }

  private <T extends Element> void kept(Class<T> kind, T before, T after, Place place) {
    listener.changed(kind, new Kept<>(before, after), place);
  }

  private void parameters(Operation before, Operation after, Place place) {
    Map<String, Parameter> old = new LinkedHashMap<>();
    before.parameters().forEach(parameter -> old.putIfAbsent(before.keyOf(parameter), parameter));
    Map<String, Parameter> now = new LinkedHashMap<>();
    after.parameters().forEach(parameter -> now.putIfAbsent(after.keyOf(parameter), parameter));
    QueryString.align(old, now);
    for (Change<Parameter> change : Pairing.parameters(old, now)) {
      if (change instanceof Kept<Parameter> || !fillsPath(change)) {
        parameter(change, place, "");
      }
    }
  }

  /* The path has the hole with or without a parameter that describes it. */
  private static boolean fillsPath(Change<Parameter> change) {
    return change.match(added -> added, removed -> removed, (old, now) -> now).in().equals("path");
  }

  /* Headers of one name may stand in several parts: the end of their name tells them apart. */
  private void parameter(Change<Parameter> change, Place place, String within) {
    listener.changed(Parameter.class, change, place);
    if (change instanceof Kept<Parameter> kept) {
      Parameter sender = place.direction() == Direction.REQUEST ? kept.before() : kept.after();
      Site site = place.site(sender.part(place), sender.name() + within);
      listener.schemas(site, place, kept.before(), kept.after());
      MediaType old = kept.before().content();
      MediaType now = kept.after().content();
      Spelling spelling = both(kept.before().spelling(), kept.after().spelling());
      schemas.compare(site, spelling, kept.before().schema(), kept.after().schema());
      if (old != null && now != null && old.range().form() && now.range().form()) {
        encodings(old.parts(), now.parts(), place);
      }
    }
  }

  /* What is a text on both sides is compared as one. */
  private static Spelling both(Spelling before, Spelling after) {
    Set<Spelling> texts = Set.of(Spelling.TEXT, Spelling.FIELD);
    return before == after
        ? before
        : texts.contains(before) && texts.contains(after) ? Spelling.FIELD : Spelling.JSON;
  }

  private void headers(List<Parameter> before, List<Parameter> after, Place place, String within) {
    Map<String, Parameter> old = new LinkedHashMap<>();
    before.forEach(header -> old.putIfAbsent(header.key(), header));
    Map<String, Parameter> now = new LinkedHashMap<>();
    after.forEach(header -> now.putIfAbsent(header.key(), header));
    for (Change<Parameter> change : Pairing.byKey(old, now)) {
      parameter(change, place, within);
    }
  }

  private void body(@Nullable Body before, @Nullable Body after, Place place) {
    if (before != null && after != null) {
      kept(Body.class, before, after, place);
      content(before.content(), after.content(), place);
    } else if (before != null) {
      listener.changed(Body.class, new Removed<>(before), place);
    } else if (after != null) {
      listener.changed(Body.class, new Added<>(after), place);
    }
  }

  private void responses(Operation before, Operation after, Place place) {
    Direction opposite =
        place.direction() == Direction.REQUEST ? Direction.RESPONSE : Direction.REQUEST;
    for (Change<Response> change : Pairing.responses(before.responses(), after.responses())) {
      Response narrower =
          change.match(
              added -> added,
              removed -> removed,
              (old, now) -> now.precision() > old.precision() ? now : old);
      Place answer = place.in(narrower, opposite);
      listener.changed(Response.class, change, answer);
      if (change instanceof Kept<Response> kept) {
        headers(kept.before().headers(), kept.after().headers(), answer, "");
        content(kept.before().content(), kept.after().content(), answer);
        links(kept.before(), kept.after(), answer);
      }
    }
  }

  /* A body without any media type is a fact about the body, and no media type is told of. */
  private void content(List<MediaType> before, List<MediaType> after, Place place) {
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    for (Change<MediaType> change : Pairing.mediaTypes(before, after)) {
      MediaType narrower =
          change.match(
              added -> added,
              removed -> removed,
              (old, now) -> now.range().precision() > old.range().precision() ? now : old);
      Place body = place.in(narrower);
      listener.changed(MediaType.class, change, body);
      if (change instanceof Kept<MediaType> kept) {
        mediaType(kept.before(), kept.after(), body);
      }
    }
  }

  private void mediaType(MediaType before, MediaType after, Place place) {
    Part part = place.message() == Place.Message.REQUEST ? Part.BODY : Part.RESPONSE_BODY;
    Site site = place.site(part, place.mediaType());
    boolean items = before.itemSchema() != null || after.itemSchema() != null;
    boolean wholes = before.schema() != null || after.schema() != null;
    if (items && wholes && !before.range().single() && !after.range().single()) {
      Sequence old = Sequence.of(before);
      Sequence now = Sequence.of(after);
      listener.schemas(site, place, old, now);
      schemas.compare(site, Spelling.JSON, old.schema(), now.schema());
    } else {
      listener.schemas(site, place, before, after);
      boolean parts = before.range().multipart() && after.range().multipart();
      Node old = parts ? new FileParts(before.parts(), after.parts()).schema() : before.schema();
      Node now = parts ? new FileParts(after.parts(), before.parts()).schema() : after.schema();
      schemas.compare(site, both(before.spelling(), after.spelling()), old, now);
      items(before, after, place);
    }
    if (before.range().form() && after.range().form() && hasEncodings(place)) {
      encodings(before.parts(), after.parts(), place);
    }
  }

  /* Before OAS 3.2 the field was ignored in responses. */
  private boolean hasEncodings(Place place) {
    return place.message() == Place.Message.REQUEST
        || base.document().version() == Version.OPENAPI_3_2
        || revision.document().version() == Version.OPENAPI_3_2;
  }

  private void items(MediaType before, MediaType after, Place place) {
    if (before.itemSchema() != null || after.itemSchema() != null) {
      Part part = place.message() == Place.Message.REQUEST ? Part.BODY : Part.RESPONSE_BODY;
      Site site = place.site(part, place.mediaType() + " items");
      listener.schemas(site, place, new StreamItem(before), new StreamItem(after));
      schemas.compare(site, Spelling.JSON, before.itemSchema(), after.itemSchema());
    }
  }

  /* Only forms are written part by part, and only multipart has headers of its own. */
  private void encodings(Parts before, Parts after, Place place) {
    if (before.byPosition() || after.byPosition()) {
      int last = Math.max(before.positions(), after.positions());
      for (int position = 0; position <= last; position++) {
        encoding(before.at(position), after.at(position), place);
      }
      return;
    }
    boolean multipart = before.range().multipart() && after.range().multipart();
    Set<String> properties = new TreeSet<>(before.encoded());
    properties.addAll(after.encoded());
    if (multipart) {
      properties.addAll(before.declared());
      properties.addAll(after.declared());
    }
    for (String property : properties) {
      encoding(before.named(property), after.named(property), place);
    }
  }

  private void encoding(Encoding before, Encoding after, Place place) {
    if (!before.comparableWith(after)) {
      return;
    }
    kept(Encoding.class, before, after, place);
    if (before.siblings().range().multipart() && after.siblings().range().multipart()) {
      headers(before.headers(), after.headers(), place, " of " + after.label());
    }
    Parts old = before.parts();
    Parts now = after.parts();
    if (old != null && now != null && (before.nests() || after.nests())) {
      encodings(old, now, place);
    }
  }

  private void links(Response before, Response after, Place place) {
    Map<String, Link> old = new LinkedHashMap<>();
    before.links(base).forEach(link -> old.put(link.name(), link));
    Map<String, Link> now = new LinkedHashMap<>();
    after.links(revision).forEach(link -> now.put(link.name(), link));
    for (Change<Link> change : Pairing.byKey(old, now)) {
      listener.changed(Link.class, change, place);
    }
  }

  /* Callbacks of callbacks may be cyclic: below the first level each pair is walked once. */
  private void callbacks(Operation before, Operation after, int depth) {
    if (depth == 0 || deepCallbacks.add(new Visit(before.at(), after.at()))) {
      operations(before.callbacks(), after.callbacks(), depth + 1);
    }
  }

  /** A pair of nodes by identity. */
  private record Visit(Node before, Node after) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Visit that && before == that.before && after == that.after;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(before) * 31 + System.identityHashCode(after);
    }
  }
}
