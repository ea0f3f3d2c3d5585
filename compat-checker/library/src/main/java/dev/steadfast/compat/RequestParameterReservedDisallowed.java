package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Kind;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import dev.steadfast.spec.Version;
import java.util.List;
import java.util.stream.Stream;

/** See the {@link Rule} annotation and docs/rules/request-parameter-reserved-disallowed.md. */
@Rule(
    id = "request-parameter-reserved-disallowed",
    summary = "A request parameter no longer takes reserved characters",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "Clients that send characters such as '/' or ':' as they are may be refused.",
    fix = "Keep allowReserved.")
final class RequestParameterReservedDisallowed implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.REQUEST
        || !before.allowReserved()
        || after.allowReserved()
        || !escapes(before, place)
        || !mayHoldText(before)) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "no longer takes reserved characters")
            .values("allowReserved: true", "allowReserved: false")
            .shownBy(Showing.with(before, "a/b:c")));
  }

  /* The field counts where values are percent-encoded: before OAS 3.2 in queries only. */
  private static boolean escapes(Parameter before, Place place) {
    boolean early =
        Stream.of(place.base(), place.revision())
            .flatMap(Stream::ofNullable)
            .anyMatch(side -> side.contract().document().version() != Version.OPENAPI_3_2);
    return switch (before.in()) {
      case "query" -> true;
      case "path" -> !early;
      case "cookie" -> !early && before.wire().style().equals("form");
      default -> false;
    };
  }

  private static boolean mayHoldText(Parameter before) {
    return Kind.of(before.schema()).stream().anyMatch(kind -> kind.compareTo(Kind.STRING) >= 0);
  }
}
