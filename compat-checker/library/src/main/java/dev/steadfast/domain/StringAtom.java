package dev.steadfast.domain;

/** A yes-or-no question about a string. */
interface StringAtom extends Comparable<StringAtom> {

  Tri contains(String string);

  /** Kinds come in this order in a diagram; questions of one kind by their key. */
  int kind();

  String key();

  @Override
  default int compareTo(StringAtom other) {
    int order = Integer.compare(kind(), other.kind());
    return order != 0 ? order : key().compareTo(other.key());
  }
}
