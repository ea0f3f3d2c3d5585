package dev.steadfast.starter.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The problem that each exception of Spring, and each that names a status, stands for. */
final class ExceptionProblems {

  /** Of Tomcat, which need not be there; an IllegalStateException, as Servlet 6.1 asks for. */
  private static final String UNREADABLE_PARAMETERS =
      "org.apache.tomcat.util.http.InvalidParameterException";

  private final ValidationProblems validation;
  private final ProblemKinds kinds;

  ExceptionProblems(ValidationProblems validation, ProblemKinds kinds) {
    this.validation = validation;
    this.kinds = kinds;
  }

  /** The problem, or null when the exception is one that nobody expected. */
  @Nullable Problem of(Exception exception) {
    if (exception instanceof ProblemException refused) {
      return refused.problem();
    }
    if (exception instanceof HttpMessageNotReadableException unreadable) {
      return BodyProblems.of(unreadable);
    }
    if (exception instanceof MethodArgumentNotValidException invalid) {
      return validation.of(invalid);
    }
    if (exception instanceof HandlerMethodValidationException invalid
        && !invalid.isForReturnValue()) {
      return validation.of(invalid);
    }
    if (exception instanceof TypeMismatchException mismatch
        && !(exception instanceof ConversionNotSupportedException)) {
      return ValidationProblems.of(
          List.of(Fault.of(name(mismatch), BodyProblems.expected(mismatch.getRequiredType()))));
    }
    if (exception.getClass().getName().equals(UNREADABLE_PARAMETERS)) {
      return Problem.of(StandardProblem.MALFORMED_REQUEST, "The query or the form cannot be read.");
    }
    String missing = missing(exception);
    if (missing != null) {
      return ValidationProblems.of(List.of(Fault.of(missing, "is required")));
    }
    return exception instanceof ErrorResponse named ? of(exception, named) : annotated(exception);
  }

  /** Headers that go with the problem, such as {@code Allow}. */
  static HttpHeaders headers(Exception exception) {
    if (exception instanceof HttpRequestMethodNotSupportedException refused) {
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.ALLOW, allowed(refused));
      return headers;
    }
    return exception instanceof ErrorResponse named ? named.getHeaders() : HttpHeaders.EMPTY;
  }

  /** Sorted: Spring gives them in any order. */
  private static String allowed(HttpRequestMethodNotSupportedException refused) {
    String[] methods = refused.getSupportedMethods();
    return methods == null
        ? ""
        : Arrays.stream(methods).sorted().distinct().collect(Collectors.joining(", "));
  }

  private static String name(TypeMismatchException mismatch) {
    if (mismatch instanceof MethodArgumentTypeMismatchException argument) {
      return ValidationProblems.name(argument.getParameter());
    }
    String property = mismatch.getPropertyName();
    return property == null ? "parameter" : property;
  }

  /** The name of a parameter that is required and not there. */
  private static @Nullable String missing(Exception exception) {
    if (exception instanceof MissingServletRequestParameterException missing) {
      return missing.getParameterName();
    }
    if (exception instanceof MissingRequestHeaderException missing) {
      return missing.getHeaderName();
    }
    if (exception instanceof MissingRequestCookieException missing) {
      return missing.getCookieName();
    }
    return exception instanceof MissingServletRequestPartException missing
        ? missing.getRequestPartName()
        : null;
  }

  private @Nullable Problem of(Exception exception, ErrorResponse named) {
    HttpStatusCode status = named.getStatusCode();
    if (!status.isError() || exception instanceof MissingPathVariableException) {
      return null; // a fault of the application
    }
    String detail = detail(exception, named);
    ProblemDetail body = named.getBody();
    URI type = body.getType();
    ProblemKind kind =
        type == null || type.toString().equals("about:blank")
            ? StandardProblem.ofStatus(status.value(), kinds)
            : new NamedKind(type.toString(), String.valueOf(body.getTitle()), status.value());
    Map<String, Object> extensions = body.getProperties();
    return new Problem(kind, detail, List.of(), extensions == null ? Map.of() : extensions);
  }

  private static @Nullable String detail(Exception exception, ErrorResponse named) {
    if (exception instanceof NoResourceFoundException
        || exception instanceof NoHandlerFoundException) {
      return "There is nothing at this address.";
    }
    if (exception instanceof HttpRequestMethodNotSupportedException refused) {
      return "Allowed here: " + allowed(refused) + '.';
    }
    if (exception instanceof HttpMediaTypeNotAcceptableException refused) {
      return "This operation answers with" + list(refused.getSupportedMediaTypes());
    }
    if (exception instanceof HttpMediaTypeNotSupportedException refused) {
      return "This operation reads" + list(refused.getSupportedMediaTypes());
    }
    return named.getBody().getDetail();
  }

  private static String list(Collection<MediaType> types) {
    return types.isEmpty()
        ? " other media types."
        : ' '
            + types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "))
            + '.';
  }

  private @Nullable Problem annotated(Exception exception) {
    ResponseStatus status =
        AnnotatedElementUtils.findMergedAnnotation(exception.getClass(), ResponseStatus.class);
    if (status == null || !status.code().isError()) {
      return null;
    }
    ProblemKind kind = StandardProblem.ofStatus(status.code().value(), kinds);
    return status.reason().isEmpty() ? Problem.of(kind) : Problem.of(kind, status.reason());
  }
}
