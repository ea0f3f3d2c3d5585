package dev.steadfast.starter.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Keeps {@code Accept: application/problem+json} from labelling a success as a problem. Such a
 * request gets the plain type, as a server may answer outside {@code Accept} (RFC 9110 §12.4.1).
 */
@ControllerAdvice
final class SuccessMediaType implements ResponseBodyAdvice<Object> {

  private static final int FIRST_ERROR = 400;

  @Override
  public boolean supports(
      MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returnType,
      MediaType selected,
      Class<? extends HttpMessageConverter<?>> converterType,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    boolean mislabelled =
        selected.getSubtype().startsWith("problem+")
            && !(body instanceof ProblemDetail)
            && response instanceof ServletServerHttpResponse answer
            && answer.getServletResponse().getStatus() < FIRST_ERROR;
    if (mislabelled) {
      response
          .getHeaders()
          .setContentType(
              selected.isCompatibleWith(MediaType.APPLICATION_PROBLEM_XML)
                  ? MediaType.APPLICATION_XML
                  : MediaType.APPLICATION_JSON);
    }
    return body;
  }
}
