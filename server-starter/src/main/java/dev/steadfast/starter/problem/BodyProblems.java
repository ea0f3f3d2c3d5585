package dev.steadfast.starter.problem;

import java.io.CharConversionException;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/**
 * Why a body could not be read. What the body said is not repeated: it may be secret, and it may be
 * long.
 */
final class BodyProblems {

  private BodyProblems() {}

  static Problem of(HttpMessageNotReadableException exception) {
    Throwable cause = exception.getCause();
    while (cause != null) {
      if (cause instanceof CharacterCodingException || cause instanceof CharConversionException) {
        return malformed("The body is not UTF-8.");
      }
      if (cause instanceof JacksonException unreadable) {
        return of(unreadable);
      }
      cause = cause.getCause();
    }
    return malformed(
        exception.getCause() == null ? "The request has no body." : "The body cannot be read.");
  }

  private static Problem of(JacksonException exception) {
    if (exception instanceof StreamConstraintsException) {
      return malformed("The body is nested too deeply, or a part of it is too long.");
    }
    if (exception instanceof DatabindException || exception instanceof InputCoercionException) {
      return isEmpty(exception)
          ? malformed("The request has no body.")
          : Problem.of(StandardProblem.VALIDATION_FAILED, "The request has one fault.")
              .withError(Fault.at(pointer(exception), reason(exception)));
    }
    if (exception.getCause() instanceof CharacterCodingException
        || exception.getCause() instanceof CharConversionException
        || exception.getOriginalMessage().contains("UTF-8")) {
      return malformed("The body is not UTF-8" + place(exception) + '.');
    }
    if (exception instanceof UnexpectedEndOfInputException) {
      return malformed("The body ends too early" + place(exception) + '.');
    }
    return exception.getOriginalMessage().startsWith("Duplicate")
        ? malformed("The body has a property twice in one object" + place(exception) + '.')
        : malformed("The body is not JSON" + place(exception) + '.');
  }

  private static Problem malformed(String detail) {
    return Problem.of(StandardProblem.MALFORMED_REQUEST, detail);
  }

  /** White space only. */
  private static boolean isEmpty(JacksonException exception) {
    return exception.getPath().isEmpty()
        && exception.getOriginalMessage().startsWith("No content to map");
  }

  private static String place(JacksonException exception) {
    TokenStreamLocation location = exception.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String pointer(JacksonException exception) {
    List<String> steps = new ArrayList<>();
    for (JacksonException.Reference step : exception.getPath()) {
      String name = step.getPropertyName();
      if (name != null) {
        steps.add(name);
      } else if (step.getIndex() >= 0) {
        steps.add(String.valueOf(step.getIndex()));
      }
    }
    return Pointer.of(steps);
  }

  private static String reason(JacksonException exception) {
    if (exception instanceof PropertyBindingException) {
      return "is not known";
    }
    if (exception instanceof InvalidNullException) {
      return "must not be null";
    }
    if (exception instanceof InputCoercionException) {
      return "is out of range";
    }
    if (exception instanceof InvalidFormatException format) {
      return expected(format.getTargetType());
    }
    return exception instanceof MismatchedInputException mismatch
        ? expected(mismatch.getTargetType())
        : "is not valid";
  }

  /** What a place wants, by the type that it is read into. */
  static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "has the wrong type";
    }
    if (type.isEnum()) {
      return "must be one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "must be true or false";
    }
    if (isInteger(type)) {
      return "must be an integer";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "must be a number";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "must be a date or time (RFC 3339)";
    }
    if (type == String.class) {
      return "must be a string";
    }
    if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
      return "must be an array";
    }
    return "has the wrong form";
  }

  private static boolean isInteger(Class<?> type) {
    return type == int.class
        || type == long.class
        || type == short.class
        || type == byte.class
        || type == Integer.class
        || type == Long.class
        || type == Short.class
        || type == Byte.class
        || type == BigInteger.class;
  }
}
