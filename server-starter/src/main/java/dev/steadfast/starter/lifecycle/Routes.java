package dev.steadfast.starter.lifecycle;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the schedule of a request: that of its operation if it has one, or of its version. */
final class Routes {

  private static final Schedule SILENT = new Schedule(List.of(), List.of(Phase.SILENT));

  /** A version with the operations that end on their own, most literal paths first. */
  private record Route(String basePath, Schedule schedule, List<OperationRoute> operations) {}

  private record OperationRoute(OperationPath path, Schedule schedule) {}

  private final Map<String, Route> routes = new HashMap<>();

  Routes(ApiLifecycle lifecycle) {
    lifecycle.versions().forEach(version -> routes.put(version.version(), route(version)));
  }

  private static Route route(VersionLifecycle version) {
    List<OperationRoute> operations =
        version.operations().stream()
            .map(
                operation ->
                    new OperationRoute(
                        new OperationPath(operation.method(), operation.path()),
                        Schedules.of(operation, version)))
            .sorted(Comparator.comparing(OperationRoute::path, OperationPath.LITERAL_FIRST))
            .toList();
    return new Route(version.basePath(), Schedules.of(version), operations);
  }

  /** A version that the file does not know has no schedule to tell. */
  Schedule schedule(String version, HttpServletRequest request) {
    Route route = routes.get(version);
    if (route == null) {
      return SILENT;
    }
    if (!route.operations().isEmpty()) {
      String path = RequestPath.of(request);
      int start = RequestPath.isBelow(path, route.basePath()) ? route.basePath().length() : 0;
      for (OperationRoute operation : route.operations()) {
        if (operation.path().matches(request.getMethod(), path, start)) {
          return operation.schedule();
        }
      }
    }
    return route.schedule();
  }
}
