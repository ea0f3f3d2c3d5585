package dev.steadfast.starter.problem;

/** A kind that is put together at run time. */
record NamedKind(String type, String title, int status) implements ProblemKind {}
