package dev.steadfast.benchmark;

import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.OrgJsonNode;
import java.util.Optional;
import org.everit.json.schema.SchemaException;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONException;
import org.json.JSONObject;
import org.json.JSONTokener;
import tools.jackson.databind.JsonNode;

/**
 * Validators that nothing else in this project uses: everit for draft-04, dev.harrel for 2020-12.
 */
final class SecondValidator {

  private SecondValidator() {}

  /** Empty when the validator fails on the schema. */
  static Optional<Boolean> draft04(JsonNode schema, JsonNode value) {
    try {
      JSONObject json = new JSONObject(new JSONTokener(schema.toString()));
      SchemaLoader.builder().schemaJson(json).build().load().build().validate(instance(value));
      return Optional.of(true);
    } catch (ValidationException e) {
      return Optional.of(false);
    } catch (SchemaException | JSONException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static Object instance(JsonNode value) {
    return new JSONObject(new JSONTokener("{\"value\":" + value + "}")).get("value");
  }

  /** Empty when the validator fails on the schema. */
  static Optional<Boolean> draft202012(JsonNode schema, JsonNode value) {
    try {
      return Optional.of(
          new ValidatorFactory()
              .withDisabledSchemaValidation(true)
              .withJsonNodeFactory(new OrgJsonNode.Factory())
              .withEvaluatorFactory(new FormatEvaluatorFactory())
              .validate(schema.toString(), value.toString())
              .isValid());
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }
}
