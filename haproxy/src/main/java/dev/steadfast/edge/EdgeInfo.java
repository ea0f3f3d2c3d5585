package dev.steadfast.edge;

/**
 * The process.
 *
 * @param version of HAProxy
 * @param pid of the worker
 * @param uptimeSeconds since its start or last reload
 * @param connections of clients, now
 * @param maxConnections what it accepts at most
 * @param requestRate requests in the last second
 */
public record EdgeInfo(
    String version,
    long pid,
    long uptimeSeconds,
    long connections,
    long maxConnections,
    long requestRate) {}
