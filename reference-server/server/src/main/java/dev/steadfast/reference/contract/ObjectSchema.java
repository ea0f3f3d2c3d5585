package dev.steadfast.reference.contract;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an object must be.
 *
 * @param others what members that are not in {@code properties} must be; null when there must be
 *     none
 */
record ObjectSchema(
    Map<String, Schema> properties,
    List<String> required,
    @Nullable Schema others,
    @Nullable Pattern names,
    int maxProperties)
    implements Schema {

  @Override
  public void check(JsonNode value, Place place) {
    if (value.size() > maxProperties) {
      place.fault("must have at most " + maxProperties + " members, has " + value.size());
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (place.isEnough()) {
        return;
      }
      check(member.getKey(), member.getValue(), place.below(member.getKey()));
    }
    for (String name : required) {
      if (!value.has(name)) {
        place.below(name).fault("is required");
      }
    }
  }

  private void check(String name, JsonNode value, Place place) {
    Schema known = properties.get(name);
    if (known != null) {
      known.check(value, place);
    } else if (others == null) {
      place.fault("is not a property of this request");
    } else if (names != null && !names.matcher(name).matches()) {
      place.fault("has a name that does not match " + names.pattern());
    } else {
      others.check(value, place);
    }
  }
}
