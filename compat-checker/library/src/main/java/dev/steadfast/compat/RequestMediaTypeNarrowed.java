package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.MediaRange;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Place;
import java.util.List;
import java.util.stream.Collectors;

/** See the {@link Rule} annotation and docs/rules/request-media-type-narrowed.md. */
@Rule(
    id = "request-media-type-narrowed",
    summary = "A range of media types became narrower",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "A body of a type in the old range is refused with 415 now.",
    fix = "Keep the range, or list every type that clients send.")
final class RequestMediaTypeNarrowed implements MediaTypeRule {

  @Override
  public List<Hit> kept(MediaType before, MediaType after, Place place) {
    MediaRange old = before.range();
    if (place.direction() != Direction.REQUEST || after.range().covers(old)) {
      return List.of();
    }
    List<MediaType> taken = place.content(place.revision());
    List<MediaType> left = taken.stream().filter(now -> old.covers(now.range())).toList();
    String names =
        left.stream().map(now -> "'" + now.name() + "'").collect(Collectors.joining(" and "));
    return List.of(
        Hit.kept(before, left.isEmpty() ? after : left.get(0), "was narrowed to " + names)
            .values(
                before.name(), left.stream().map(MediaType::name).collect(Collectors.joining(", ")))
            .shownBy(Showing.outside(before, taken)));
  }
}
