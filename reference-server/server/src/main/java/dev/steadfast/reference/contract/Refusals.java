package dev.steadfast.reference.contract;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.starter.problem.Fault;
import java.util.List;

/** Which problem a request with faults is answered with. */
final class Refusals {
  private static final String[] NUMBERS = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
  };

  private Refusals() {}

  static ProblemException of(List<Fault> faults) {
    if (isMissing("Idempotency-Key", faults)) {
      return new ProblemException(
          PaymentProblem.IDEMPOTENCY_KEY_MISSING,
          "This operation needs an Idempotency-Key.",
          faults);
    }
    // alone: a request that is wrong in itself is not made right by a precondition
    if (faults.size() == 1 && isMissing("If-Match", faults)) {
      return new ProblemException(
          PaymentProblem.PRECONDITION_REQUIRED,
          "Get the merchant and send its ETag in If-Match.",
          faults);
    }
    int count = faults.size();
    String number = count < NUMBERS.length ? NUMBERS[count] : Integer.toString(count);
    return new ProblemException(
        PaymentProblem.VALIDATION_FAILED,
        "The request has " + number + (count == 1 ? " fault." : " faults."),
        faults);
  }

  private static boolean isMissing(String header, List<Fault> faults) {
    return faults.stream()
        .anyMatch(
            fault -> header.equals(fault.parameter()) && fault.detail().equals("is required"));
  }
}
