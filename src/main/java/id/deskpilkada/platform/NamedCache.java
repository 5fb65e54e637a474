package id.deskpilkada.platform;

import java.time.Duration;

/** A cache with its own lifetime and size; a module offers it as a bean. */
public record NamedCache(String name, Duration timeToLive, int entries) {}
