package id.deskpilkada.dashboard.day;

import java.time.Instant;

/**
 * The next thing that the schedule says.
 *
 * @param words message key with the name of the slot as its argument
 * @param name of the slot, e.g. {@code Pemungutan 10.00}
 */
public record Gate(String words, String name, Instant at) {}
