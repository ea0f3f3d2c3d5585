package dev.steadfast.domain;

import java.util.List;

/** A yes-or-no question about a string. */
interface StringAtom extends Comparable<StringAtom> {

  Tri contains(String string);

  /** Members that a person knows, best first. */
  default List<String> examples() {
    return List.of();
  }

  /** What is known not to be a member, best first. */
  default List<String> counterexamples() {
    return List.of();
  }

  /** Kinds come in this order in a diagram; questions of one kind by their key. */
  int kind();

  String key();

  @Override
  default int compareTo(StringAtom other) {
    int order = Integer.compare(kind(), other.kind());
    return order != 0 ? order : key().compareTo(other.key());
  }
}
