package dev.steadfast.proof.parts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * One endpoint for each part. All answer with the same payment, so that they differ by the part.
 */
@RestController
class PartsController {

  /** A payment as the API answers it. */
  record Payment(
      String id,
      String merchantId,
      String status,
      long amountMinor,
      long capturedAmountMinor,
      long refundedAmountMinor,
      String currency,
      String captureMethod,
      String paymentMethod,
      String reference,
      String createdAt,
      String updatedAt,
      String capturedAt) {}

  private static final String NOW = "2026-11-22T12:00:00.123456Z";
  private static final Payment PAYMENT =
      new Payment(
          "pay_01JD8Z3M5R9QK2W7X4T6V8N0PB",
          "mer_01JC2N6B8D0F2H4K6M8P0R2T4W",
          "captured",
          1050,
          1050,
          0,
          "EUR",
          "automatic",
          "pm_card_visa",
          "order-4711",
          NOW,
          NOW,
          NOW);

  private final Parts parts;

  PartsController(Parts parts) {
    this.parts = parts;
  }

  @GetMapping("/health/ready")
  Map<String, String> ready() {
    return Map.of("status", parts.lost() == 0 ? "UP" : "LOST " + parts.lost());
  }

  /** Reading without anything: routing, and an object written as JSON. */
  @GetMapping("/bare")
  Payment bare() {
    return PAYMENT;
  }

  /** Creating without anything: JSON read and written. */
  @PostMapping("/bare")
  ResponseEntity<Payment> bare(@RequestBody Map<String, Object> body) {
    return ResponseEntity.status(body.isEmpty() ? 200 : 201).body(PAYMENT);
  }

  /** One verification of an RS256 token. */
  @GetMapping("/token")
  ResponseEntity<Payment> token(@RequestHeader("Authorization") String authorization)
      throws ParseException, JOSEException {
    SignedJWT token = SignedJWT.parse(authorization.substring("Bearer ".length()));
    boolean good = token.verify(parts.verifier()) && token.getJWTClaimsSet().getSubject() != null;
    return ResponseEntity.status(good ? 200 : 401).body(PAYMENT);
  }

  /** One token taken from a Bucket4j bucket in Redis. */
  @GetMapping("/limit/{merchant}")
  ResponseEntity<Payment> limit(@PathVariable String merchant) {
    return ResponseEntity.status(parts.limit(merchant) ? 200 : 429).body(PAYMENT);
  }

  /** The commands of one idempotent request: a mark if there is none, then the outcome. */
  @GetMapping("/redisson/{key}")
  ResponseEntity<Payment> redisson(@PathVariable String key) {
    return ResponseEntity.status(parts.mark(key) ? 200 : 409).body(PAYMENT);
  }

  /** The statements of one payment in one transaction. */
  @GetMapping("/sql/create/{merchant}")
  Payment create(@PathVariable String merchant) {
    parts.create(merchant);
    return PAYMENT;
  }

  /** The statement that reads a payment. */
  @GetMapping("/sql/read/{merchant}/{payment}")
  ResponseEntity<Payment> read(@PathVariable String merchant, @PathVariable String payment) {
    return ResponseEntity.status(parts.read(merchant, payment) ? 200 : 404).body(PAYMENT);
  }
}
