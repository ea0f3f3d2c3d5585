package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import java.util.List;
import java.util.Set;

/** Rules about facts of JSON Schema that are told in words of their own. */
final class SpecialSchemaRules {

  /* Two outcomes of a removed or added property are facts of their own. */
  static final String REFUSED = "request-property-refused";
  static final String UNEXPECTED = "response-property-unexpected";

  private static final Set<Hurt> BOTH = Set.of(CLIENT_RUNTIME, SDK_COMPILE);

  static final List<RuleInfo> ALL =
      List.of(
          new RuleInfo(
              "request-property-removed",
              "A request property is ignored now",
              Severity.WARNING,
              BOTH,
              "Clients that send the property are not refused, but what they ask for no longer happens.",
              "Keep the property, mark it deprecated, and remove it once nobody sends it."),
          new RuleInfo(
              REFUSED,
              "A request property is refused now",
              Severity.ERROR,
              BOTH,
              "The object is closed, so a request that has the property is rejected with 400 now.",
              "Keep the property, mark it deprecated, and remove it once nobody sends it."),
          new RuleInfo(
              "request-default-changed",
              "A default in a request was changed",
              Severity.WARNING,
              Set.of(CLIENT_RUNTIME),
              "Clients that leave the value out are not refused, but get something else.",
              "Keep the default; clients that want the new value can send it."),
          new RuleInfo(
              "request-default-removed",
              "A default in a request was removed",
              Severity.WARNING,
              Set.of(CLIENT_RUNTIME),
              "Clients that leave the value out no longer know what they get.",
              "Keep the default."),
          misread("request-content-narrowed", "The content of a text in a request was narrowed"),
          misread("request-content-changed", "The content of a text in a request was changed"),
          misread("response-content-widened", "The content of a text in a response was widened"),
          misread("response-content-changed", "The content of a text in a response was changed"),
          misread(
              "request-xml-form-changed", "A value in a request is written in XML in another way"),
          misread(
              "response-xml-form-changed",
              "A value in a response is written in XML in another way"),
          misread(
              "request-discriminator-value-changed",
              "A discriminator value in a request selects another schema"),
          misread(
              "response-discriminator-value-changed",
              "A discriminator value in a response selects another schema"),
          new RuleInfo(
              "request-property-became-required",
              "A request property became required",
              Severity.ERROR,
              BOTH,
              "A request that omits the property was valid before and is rejected with 400 now.",
              "Keep it optional and let the server apply a default, or publish a new operation."),
          new RuleInfo(
              "response-property-became-optional",
              "A response property became optional",
              Severity.ERROR,
              BOTH,
              "A client that relies on the property may not find it.",
              "Keep sending the property in every response."),
          new RuleInfo(
              "response-property-removed",
              "A response property was removed",
              Severity.ERROR,
              BOTH,
              "A client that reads the property never finds it again.",
              "Keep sending the property and mark it deprecated until nobody reads it."),
          new RuleInfo(
              "request-read-only-added",
              "A request property became readOnly",
              Severity.WARNING,
              BOTH,
              "Clients that send the property are not refused, but what they ask for no longer happens.",
              "Keep the property writable until nobody sends it."),
          new RuleInfo(
              "response-write-only-added",
              "A response property became writeOnly",
              Severity.ERROR,
              BOTH,
              "A client that reads the property never finds it again.",
              "Keep sending the property and mark it deprecated until nobody reads it."),
          new RuleInfo(
              "response-write-only-removed",
              "A property is sent in responses now",
              Severity.INFO,
              Set.of(),
              "Clients ignore properties they do not know.",
              "Make sure that it was meant: what was only written may be secret."),
          new RuleInfo(
              UNEXPECTED,
              "A response property was added to a closed object",
              Severity.ERROR,
              BOTH,
              "A client that was promised no other properties may refuse the response.",
              "Add the property in a new version, or open the object first and wait for clients."),
          new RuleInfo(
              "response-property-added",
              "A response property was added",
              Severity.INFO,
              Set.of(),
              "Clients ignore properties they do not know.",
              "Nothing to do."),
          new RuleInfo(
              "response-enum-value-added",
              "A response enum value was added",
              Severity.ERROR,
              BOTH,
              "A client that knows all values by name meets one that it cannot name.",
              "Send the value only to clients that ask for it, or declare the list open from the start."));

  private SpecialSchemaRules() {}

  private static RuleInfo misread(String id, String summary) {
    return new RuleInfo(
        id,
        summary,
        Severity.ERROR,
        BOTH,
        "What is sent in the old way is read as something else, or not at all.",
        "Keep how the value is written; add a new property for the new form.");
  }
}
