package dev.steadfast.spec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows security definitions of Swagger 2.0 as security schemes of OpenAPI 3.0. */
final class SwaggerSecurity {

  private static final Map<String, String> FLOWS =
      Map.of(
          "implicit", "implicit",
          "password", "password",
          "application", "clientCredentials",
          "accessCode", "authorizationCode");

  /** All schemes; what has another form than it should stays as written, to be reported. */
  @Nullable Node schemes(@Nullable Node definitions) {
    if (!(definitions instanceof ObjectNode object)) {
      return definitions;
    }
    MadeObject schemes = new MadeObject(object);
    for (String name : object.keys()) {
      Node value = object.get(name);
      schemes.put(name, value instanceof ObjectNode scheme ? scheme(scheme) : value);
    }
    return schemes.make();
  }

  private static ObjectNode scheme(ObjectNode written) {
    String type = written.get("type") instanceof StringNode text ? text.value() : "";
    MadeObject scheme = new MadeObject(written);
    if (type.equals("basic")) {
      return scheme.put("type", "http").put("scheme", "basic").copy(written, "description").make();
    }
    if (!type.equals("oauth2")) {
      return written;
    }
    MadeObject flow = new MadeObject(written);
    for (String field : new String[] {"authorizationUrl", "tokenUrl", "scopes"}) {
      flow.copy(written, field);
    }
    String name = written.get("flow") instanceof StringNode text ? text.value() : "";
    MadeObject flows = new MadeObject(written).put(FLOWS.getOrDefault(name, name), flow.make());
    scheme.copy(written, "type").copy(written, "description");
    return scheme.put("flows", flows.make()).make();
  }
}
