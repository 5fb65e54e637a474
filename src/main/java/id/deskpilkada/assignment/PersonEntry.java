package id.deskpilkada.assignment;

import org.jspecify.annotations.Nullable;

/**
 * A person as somebody picked or typed them.
 *
 * @param username of somebody on the staff list; without it the person is told by name, NIP or telephone number
 * @param tps 13 digits for an officer of one TPS; null for an admin of the whole village
 */
record PersonEntry(
        @Nullable String tps,
        @Nullable String username,
        @Nullable String name,
        @Nullable String nip,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String position) {

    PersonEntry {
        tps = blankToNull(tps);
        username = blankToNull(username);
        name = blankToNull(name);
        nip = blankToNull(nip);
        phone = blankToNull(phone);
        email = blankToNull(email);
        position = blankToNull(position);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
