package dev.steadfast.reference.merchant;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The patch that the current request brings; the body was checked and can be read again. */
@Component
final class PatchBody {
  private final HttpServletRequest request;
  private final JsonMapper json;

  PatchBody(HttpServletRequest request, JsonMapper json) {
    this.request = request;
    this.json = json;
  }

  MergePatch read() {
    try {
      return new MergePatch(json.readTree(request.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
