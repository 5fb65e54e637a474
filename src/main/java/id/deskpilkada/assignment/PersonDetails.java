package id.deskpilkada.assignment;

import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.staff.Person;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was typed about a person, in the spelling in which it is kept.
 *
 * @param phone E.164
 * @param nip 18 digits
 */
record PersonDetails(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String nip,
        @Nullable String position) {

    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 100;
    private static final String EMAIL = "[^@\\s,;<>]+@[^@\\s,;<>.]+(\\.[^@\\s,;<>.]+)+";

    /** Empty after every fault has been told. A person who was picked need not be described again. */
    static Optional<PersonDetails> read(Candidate candidate) {
        var typed = candidate.person();
        var picked = typed.username() != null;
        var right = picked || nameIsRight(candidate);
        var phone = typed.phone() == null ? Optional.<PhoneNumber>empty() : PhoneNumber.of(typed.phone());
        if (typed.phone() == null && !picked) {
            candidate.refuse("phone", null, "PHONE_REQUIRED");
            right = false;
        } else if (typed.phone() != null && phone.isEmpty()) {
            candidate.refuse("phone", typed.phone(), "WRONG_PHONE", typed.phone());
            right = false;
        }
        if (typed.email() != null && !typed.email().matches(EMAIL)) {
            candidate.refuse("email", typed.email(), "WRONG_EMAIL", typed.email());
            right = false;
        }
        var nip = typed.nip() == null ? null : typed.nip().replaceAll("[\\s.]", "");
        if (nip != null && !nip.matches("[0-9]{18}")) {
            candidate.refuse("nip", typed.nip(), "WRONG_NIP");
            right = false;
        }
        return right
                ? Optional.of(new PersonDetails(
                        typed.name(), phone.map(PhoneNumber::value).orElse(null), typed.email(), nip, typed.position()))
                : Optional.empty();
    }

    private static boolean nameIsRight(Candidate candidate) {
        var name = candidate.person().name();
        if (name == null) {
            candidate.refuse("name", null, "NAME_REQUIRED");
            return false;
        }
        if (name.length() < SHORTEST_NAME || name.length() > LONGEST_NAME) {
            candidate.refuse("name", name, "TEXT_LENGTH", SHORTEST_NAME, LONGEST_NAME);
            return false;
        }
        return true;
    }

    /** What was left empty stays as it is; a name is mended by the desk only. */
    Person onto(Person person) {
        return new Person(
                person.id(),
                person.username(),
                person.name(),
                phone == null ? person.phone() : phone,
                email == null ? person.email() : email,
                nip == null ? person.nip() : nip,
                person.rank(),
                position == null ? person.position() : position,
                true,
                person.grants());
    }
}
