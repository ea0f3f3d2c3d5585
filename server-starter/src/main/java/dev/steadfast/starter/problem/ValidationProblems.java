package dev.steadfast.starter.problem;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** The faults that Spring and Jakarta Validation found in a request. */
final class ValidationProblems {

  /** Body before parameters, and the same order every time: validators give none. */
  private static final Comparator<Fault> ORDER =
      Comparator.comparing((Fault fault) -> fault.pointer() == null)
          .thenComparing(fault -> String.valueOf(fault.pointer()))
          .thenComparing(fault -> String.valueOf(fault.parameter()))
          .thenComparing(Fault::detail);

  private static final List<Class<? extends Annotation>> NAMING =
      List.of(
          RequestParam.class,
          PathVariable.class,
          RequestHeader.class,
          CookieValue.class,
          MatrixVariable.class);

  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private final BodyNames names;

  ValidationProblems(BodyNames names) {
    this.names = names;
  }

  Problem of(MethodArgumentNotValidException exception) {
    List<Fault> faults = new ArrayList<>();
    add(faults, exception.getParameter(), exception.getBindingResult(), "");
    return of(faults);
  }

  Problem of(HandlerMethodValidationException exception) {
    List<Fault> faults = new ArrayList<>();
    for (ParameterValidationResult result : exception.getParameterValidationResults()) {
      MethodParameter parameter = result.getMethodParameter();
      if (result instanceof ParameterErrors errors) {
        add(faults, parameter, errors, container(errors));
      } else {
        for (MessageSourceResolvable error : result.getResolvableErrors()) {
          faults.add(
              isBody(parameter)
                  ? Fault.at(Pointer.of(steps(result)), message(error))
                  : Fault.of(name(parameter), message(error)));
        }
      }
    }
    for (MessageSourceResolvable error : exception.getCrossParameterValidationResults()) {
      faults.add(new Fault(message(error), null, null));
    }
    return of(faults);
  }

  static Problem of(List<Fault> faults) {
    int count = faults.size();
    String number = count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
    return new Problem(
        StandardProblem.VALIDATION_FAILED,
        "The request has " + number + (count == 1 ? " fault." : " faults."),
        faults.stream().sorted(ORDER).toList(),
        Map.of());
  }

  private void add(List<Fault> faults, MethodParameter parameter, Errors errors, String outer) {
    for (ObjectError error : errors.getAllErrors()) {
      String field = error instanceof FieldError inField ? inField.getField() : "";
      boolean unread = error instanceof FieldError inField && inField.isBindingFailure();
      String detail = unread ? BodyProblems.expected(errors.getFieldType(field)) : message(error);
      faults.add(
          isBody(parameter)
              ? Fault.at(names.pointer(parameter.getGenericParameterType(), outer + field), detail)
              : Fault.of(field.isEmpty() ? name(parameter) : field, detail));
    }
  }

  /** The element of a list or map in which something is wrong, as the start of its path. */
  private static String container(ParameterValidationResult result) {
    List<String> steps = steps(result);
    return steps.isEmpty() ? "" : '[' + steps.get(0) + ']';
  }

  private static List<String> steps(ParameterValidationResult result) {
    if (result.getContainerIndex() != null) {
      return List.of(String.valueOf(result.getContainerIndex()));
    }
    return result.getContainerKey() == null
        ? List.of()
        : List.of(String.valueOf(result.getContainerKey()));
  }

  private static boolean isBody(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(RequestBody.class)
        || parameter.hasParameterAnnotation(RequestPart.class);
  }

  /** As the client knows the parameter. */
  static String name(MethodParameter parameter) {
    for (Class<? extends Annotation> kind : NAMING) {
      Annotation annotation = parameter.getParameterAnnotation(kind);
      if (annotation != null && AnnotationUtils.getValue(annotation) instanceof String name) {
        String named = StringUtils.hasText(name) ? name : named(annotation);
        if (StringUtils.hasText(named)) {
          return named;
        }
      }
    }
    String inJava = parameter.getParameterName();
    return inJava == null ? "parameter" : inJava;
  }

  private static String named(Annotation annotation) {
    return AnnotationUtils.getValue(annotation, "name") instanceof String name ? name : "";
  }

  private static String message(MessageSourceResolvable error) {
    String message = error.getDefaultMessage();
    return message == null ? "is not valid" : message;
  }
}
