package dev.steadfast.proof.contract;

import dev.steadfast.compat.Checker;
import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Policy;
import dev.steadfast.compat.Verdict;
import dev.steadfast.compat.Witness;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Reading;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A small change of a specification, by its text.
 *
 * @param name what it does, in words
 * @param from a text of the specification; its first occurrence is replaced
 * @param to what stands there instead
 * @param tightens whether the changed document refuses more than the original, or else less
 */
public record Edit(String name, String from, String to, boolean tightens) {

  static Edit tighter(String name, String from, String to) {
    return new Edit(name, from, to, true);
  }

  static Edit looser(String name, String from, String to) {
    return new Edit(name, from, to, false);
  }

  /**
   * What the gate has as witnesses of the change: requests that the wider of the two documents
   * allows and the narrower one refuses. The original is what the running server implements.
   *
   * @throws IllegalStateException when the text does not occur, or the result is no specification
   */
  public List<String> witnesses(String original) {
    if (!original.contains(from)) {
      throw new IllegalStateException("the specification has no " + from);
    }
    int at = original.indexOf(from);
    String changed = original.substring(0, at) + to + original.substring(at + from.length());
    Document mine = read("original.yaml", original);
    Document theirs = read("changed.yaml", changed);
    Verdict verdict =
        tightens
            ? Checker.check(mine, theirs, Policy.strict())
            : Checker.check(theirs, mine, Policy.strict());
    return verdict.findings().stream()
        .map(Finding::witness)
        .filter(Objects::nonNull)
        .filter(witness -> witness.kind() == Witness.Kind.REQUEST && witness.confirmed())
        .map(Witness::http)
        .toList();
  }

  private static Document read(String name, String text) {
    Reading reading = SpecReader.read(Source.of(name, text.getBytes(StandardCharsets.UTF_8)));
    Document document = reading.document();
    if (document == null) {
      throw new IllegalStateException(name + " is not readable: " + reading.problems());
    }
    return document;
  }
}
