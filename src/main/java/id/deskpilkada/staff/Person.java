package id.deskpilkada.staff;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the staff list.
 *
 * @param nip civil servant's number, 18 digits
 * @param rank civil service rank
 * @param position office held, as it stands above a signature
 * @param active whether they may sign in at all
 */
public record Person(
        long id,
        String username,
        String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String nip,
        @Nullable String rank,
        @Nullable String position,
        boolean active,
        List<Grant> grants) {

    public Person {
        grants = List.copyOf(grants);
    }

    /** Somebody of whom only name and roles are told; the staff list gives the id. */
    public static Person enrolled(String username, String name, List<Grant> grants) {
        return new Person(0, username, name, null, null, null, null, null, true, grants);
    }

    /** Whether everything but the roles is the same. */
    public boolean describedAs(Person other) {
        return withoutRoles().equals(other.withoutRoles());
    }

    private Person withoutRoles() {
        return new Person(id, username, name, phone, email, nip, rank, position, active, List.of());
    }

    public Actor actor() {
        return new Actor(id, username, name, grants);
    }
}
