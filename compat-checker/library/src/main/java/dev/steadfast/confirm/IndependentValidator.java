package dev.steadfast.confirm;

import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.ValidationLimitExceededException;
import dev.steadfast.confirm.PlainSchemas.Names;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import java.util.Optional;

/**
 * Says whether a schema of a document accepts a value, by networknt's validator.
 *
 * <p>Only the schemas that the value reaches are translated and compiled, each once. Safe for
 * threads: one question at a time.
 */
public final class IndependentValidator {

  private static final long MOST_STEPS = 5_000_000;
  private static final int MOST_DEPTH = 400; // nested schemas, each some ten frames of the stack
  private static final ExecutionConfig LIMITS =
      ExecutionConfig.builder()
          .failFast(true)
          .formatAssertionsEnabled(true)
          .maxEvaluationSteps(MOST_STEPS)
          .maxEvaluationDepth(MOST_DEPTH)
          .build();

  private final PlainSchemas schemas;
  private final SchemaRegistry registry;

  public IndependentValidator(Document document) {
    this.schemas = new PlainSchemas(document);
    this.registry = Networknt.registry(schemas);
  }

  /**
   * Who looks at the value, and in which message: properties that do not exist there ({@code
   * readOnly} in a request, {@code writeOnly} in a response) are never sent, and neither required
   * nor judged when received.
   */
  public enum Role {
    SENT_REQUEST,
    RECEIVED_REQUEST,
    SENT_RESPONSE,
    RECEIVED_RESPONSE,
    /** Pure JSON Schema: {@code readOnly} and {@code writeOnly} say nothing. */
    PLAIN
  }

  /**
   * What the validator says.
   *
   * @param accepted empty when the validator cannot say
   * @param because why it cannot say; empty when it can
   */
  public record Answer(Optional<Boolean> accepted, String because) {

    private static Answer unknown(String because) {
      return new Answer(Optional.empty(), because);
    }
  }

  /** Does this schema of the document accept the value? Never throws. */
  public Answer accepts(Node schema, Role role, Node value) {
    return accepts(schema, role, Names.OPEN, value);
  }

  /** Does it, when no object has a name that its schemas do not declare? Never throws. */
  public Answer declares(Node schema, Role role, Node value) {
    return accepts(schema, role, Names.DECLARED, value);
  }

  private synchronized Answer accepts(Node schema, Role role, Names names, Node value) {
    try {
      SchemaLocation location = SchemaLocation.of(schemas.iri(schema, role, names));
      boolean accepted =
          registry
              .getSchema(location)
              .validate(new ExecutionContext(LIMITS), Values.of(value), OutputFormat.BOOLEAN);
      return new Answer(Optional.of(accepted), "");
    } catch (CannotSayException e) {
      return Answer.unknown(String.valueOf(e.getMessage()));
    } catch (ValidationLimitExceededException e) {
      return Answer.unknown("the schema takes too many steps, or recurses too deep, on this value");
    } catch (SchemaException e) {
      return Answer.unknown("the schema is not valid: " + e.getMessage());
    } catch (StackOverflowError e) {
      return Answer.unknown("the schema or the value is nested too deep");
    } catch (RuntimeException e) {
      return Answer.unknown("the validator failed: " + e);
    }
  }
}
