package id.deskpilkada.readiness.screening;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at the election.
 *
 * @param code from the list they were imported with; never a NIK
 * @param area digits of the TPS, village or district where they work
 */
record Officer(
        long id,
        long electionId,
        String code,
        String name,
        Duty duty,
        String area,
        @Nullable String phone,
        long puskesmasId) {}
