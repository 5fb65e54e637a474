package id.deskpilkada.tierreport.flow;

import id.deskpilkada.tierreport.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes who signs. Who they are is known from how they signed in.
 *
 * @param onBehalfOf the office signed for; with {@link Capacity#AN} only
 * @param position their own office; that of the staff list where it is left out, likewise {@code rank} and {@code nip}
 * @param nip employee number, 18 digits
 * @param remarks at most 2,000 characters
 */
public record Signing(
        @Nullable Capacity capacity,
        @Nullable String onBehalfOf,
        @Nullable String position,
        @Nullable String rank,
        @Nullable String nip,
        @Nullable String remarks) {}
