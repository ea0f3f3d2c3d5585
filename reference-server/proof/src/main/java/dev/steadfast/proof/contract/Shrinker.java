package dev.steadfast.proof.contract;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes away from a request all that does not matter for what was found. */
public final class Shrinker {

  private static final int MOST_TRIES = 60;

  private Shrinker() {}

  /** Whether a request still shows what was found. */
  public interface Shows {
    boolean by(Call call) throws IOException;
  }

  /** The smallest request found by leaving out single headers, parameters and members. */
  public static Call smallest(Call call, Shows shows) throws IOException {
    Call best = call;
    int tries = 0;
    for (boolean progress = true; progress && tries < MOST_TRIES; ) {
      progress = false;
      for (Call smaller : smaller(best)) {
        if (tries++ < MOST_TRIES && shows.by(smaller)) {
          best = smaller;
          progress = true;
          break;
        }
      }
    }
    return best;
  }

  private static List<Call> smaller(Call call) {
    List<Call> all = new ArrayList<>();
    call.headers()
        .fields()
        .forEach(field -> all.add(call.headers(call.headers().without(field.getKey()))));
    for (Map.Entry<String, String> pair : call.query()) {
      List<Map.Entry<String, String>> other = new ArrayList<>(call.query());
      other.remove(pair);
      all.add(call.query(other));
    }
    String body = call.body();
    Optional<Node> value = body == null ? Optional.empty() : Nodes.json(body);
    if (value.isPresent() && value.get() instanceof ObjectNode object) {
      for (String name : object.keys()) {
        Map<String, Node> members = new LinkedHashMap<>(object.toMap());
        members.remove(name);
        all.add(call.body(ObjectNode.of(members).toString()));
      }
    }
    return all;
  }
}
