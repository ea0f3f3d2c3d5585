package dev.steadfast.proof.contract;

import static dev.steadfast.proof.contract.Edit.looser;
import static dev.steadfast.proof.contract.Edit.tighter;

import java.util.List;

/** Changes of payments-v2.yaml that break clients, in one direction or the other. */
public final class Edits {

  /** Each has at least one request as its witness. */
  public static final List<Edit> ALL =
      List.of(
          tighter(
              "a property became required",
              "required: [amountMinor, currency, paymentMethod]",
              "required: [amountMinor, currency, paymentMethod, reference]"),
          tighter("an enum lost a value", "enum: [automatic, manual]", "enum: [automatic]"),
          tighter(
              "a refund's reason was dropped",
              "enum: [requested_by_customer, duplicate, fraudulent, other]",
              "enum: [requested_by_customer, fraudulent, other]"),
          tighter(
              "pages became smaller",
              "maximum: 100\n        default: 20",
              "maximum: 50\n        default: 20"),
          tighter(
              "a text became shorter",
              "type: string\n          minLength: 1\n          maxLength: 255",
              "type: string\n          minLength: 1\n          maxLength: 100"),
          tighter("fewer labels", "maxProperties: 20", "maxProperties: 10"),
          tighter(
              "amounts became smaller",
              "minimum: 1\n      maximum: 99999999999",
              "minimum: 1\n      maximum: 999999"),
          tighter("a filter takes fewer values", "maxItems: 7", "maxItems: 3"),
          tighter(
              "an order was dropped",
              "enum: [createdAt, -createdAt, amountMinor, -amountMinor]",
              "enum: [createdAt, -createdAt]"),
          tighter("weak tags are refused", "pattern: '^(W/)?\"", "pattern: '^\""),
          tighter(
              "a body became required",
              "description: Without a body the whole authorised amount is captured.\n        required: false",
              "description: Without a body the whole authorised amount is captured.\n        required: true"),
          tighter(
              "an operation moved", "/payments/{paymentId}/cancel:", "/payments/{paymentId}/void:"),
          tighter(
              "a header became required",
              "name: X-Request-Id\n      in: header",
              "name: X-Request-Id\n      in: header\n      required: true"),
          tighter("null no longer removes", "type: [object, 'null']", "type: object"),
          looser(
              "a property was optional",
              "required: [amountMinor, currency, paymentMethod]",
              "required: [amountMinor, currency]"),
          looser(
              "an enum had a value more",
              "enum: [automatic, manual]",
              "enum: [automatic, manual, delayed]"),
          looser(
              "nothing could be paid",
              "minimum: 1\n      maximum: 99999999999",
              "minimum: 0\n      maximum: 99999999999"),
          looser(
              "pages were larger",
              "maximum: 100\n        default: 20",
              "maximum: 1000\n        default: 20"),
          looser(
              "unknown properties were welcome",
              "additionalProperties: false",
              "additionalProperties: true"),
          looser(
              "currencies could be small letters",
              "pattern: '^[A-Z]{3}$'",
              "pattern: '^[A-Za-z]{3}$'"),
          looser(
              "amounts could be texts",
              "type: integer\n      format: int64\n      minimum: 1\n",
              "type: [integer, string]\n      format: int64\n      minimum: 1\n"),
          looser(
              "the key was optional",
              "name: Idempotency-Key\n      in: header\n      required: true",
              "name: Idempotency-Key\n      in: header\n      required: false"),
          looser(
              "the precondition was optional",
              "- name: If-Match\n          in: header\n          required: true",
              "- name: If-Match\n          in: header\n          required: false"),
          looser(
              "a text was longer",
              "type: string\n          minLength: 1\n          maxLength: 255",
              "type: string\n          minLength: 1\n          maxLength: 1000"),
          looser(
              "labels could be numbers",
              "additionalProperties:\n        type: string\n        maxLength: 500",
              "additionalProperties:\n        type: [string, number]\n        maxLength: 500"),
          looser("more labels", "maxProperties: 20", "maxProperties: 30"),
          looser(
              "an operation was elsewhere",
              "/payments/{paymentId}/cancel:",
              "/payments/{paymentId}/void:"),
          looser(
              "the body could be YAML",
              "required: true\n        content:\n          application/json:",
              "required: true\n        content:\n          application/yaml:"));

  private Edits() {}
}
