package dev.steadfast.report;

import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Removals;
import dev.steadfast.compat.Waiver;
import dev.steadfast.lifecycle.Endings;
import dev.steadfast.lifecycle.Lifecycle;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Location;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accepts the removal of what has passed its sunset, and only of that. */
final class Sunsets implements Removals {

  private static final String OPERATION = "operation-removed";
  private static final String SERVER = "server-removed";
  private static final Set<String> FIELDS =
      Set.of(
          "request-parameter-removed",
          "request-property-refused",
          "request-property-removed",
          "response-header-removed",
          "response-property-removed");
  private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

  private final Endings endings;
  private final Instant now;

  private Sunsets(Endings endings, Instant now) {
    this.endings = endings;
    this.now = now;
  }

  static Removals of(Lifecycle lifecycle, Document base, List<String> names, Instant now) {
    return new Sunsets(new Endings(lifecycle, base, names), now);
  }

  @Override
  public Optional<Waiver> accepted(Finding finding) {
    return ending(finding)
        .filter(ending -> !now.isBefore(ending.sunset()))
        .map(
            ending ->
                new Waiver(
                    finding.rule(),
                    ending.label(),
                    "the sunset of '" + ending.label() + "' was " + ending.sunset(),
                    "lifecycle",
                    FOR_EVER,
                    ending.at()));
  }

  @Override
  public Finding told(Finding finding) {
    return ending(finding)
        .map(
            ending ->
                finding.saying(
                    finding.message()
                        + " before the sunset of '"
                        + ending.label()
                        + "' on "
                        + ending.sunset()))
        .orElse(finding);
  }

  private Optional<Endings.Ending> ending(Finding finding) {
    Location base = finding.base();
    if (base == null) {
      return Optional.empty();
    }
    if (finding.rule().equals(OPERATION) && finding.operations().size() == 1) {
      String operation = finding.operations().get(0);
      int space = operation.indexOf(' ');
      return endings.ofOperation(operation.substring(0, space), operation.substring(space + 1));
    }
    if (finding.rule().equals(SERVER)) {
      return endings.ofServer(base.pointer());
    }
    return FIELDS.contains(finding.rule()) ? endings.ofField(base.pointer()) : Optional.empty();
  }
}
