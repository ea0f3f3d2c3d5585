package dev.steadfast.reference.security;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who sent the request that is being handled. */
@Component
public final class CurrentCaller {

  /** The caller of this thread's request. */
  public Caller get() {
    Object caller =
        RequestContextHolder.currentRequestAttributes()
            .getAttribute(Caller.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    if (caller instanceof Caller known) {
      return known;
    }
    throw new IllegalStateException("the request was not authenticated");
  }

  /** The merchant that the token acts for; a platform's token is refused with 403. */
  public String merchant() {
    String merchant = get().merchant();
    if (merchant == null) {
      throw new ProblemException(
          PaymentProblem.INSUFFICIENT_SCOPE, "The operation needs the token of a merchant.");
    }
    return merchant;
  }
}
