package dev.steadfast.starter.lifecycle;

/**
 * The life of an operation that ends before its version does.
 *
 * @param method in capitals
 * @param path below the version's base path, with {@code {names}} for the parts that vary
 */
public record OperationLifecycle(String method, String path, State state, End end) {}
