package id.deskpilkada.staff;

import id.deskpilkada.platform.Grant;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person and the roles they hold at places. */
@Entity
@Table(name = "staff_member")
class StaffMember {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String username = "";
    private String name = "";
    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable String nip;
    private @Nullable String rank;
    private @Nullable String position;
    private boolean active = true;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "staff_id"))
    private Set<RoleHeld> roles = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected StaffMember() {}

    @SuppressWarnings("NullAway.Init")
    StaffMember(String username, String name) {
        this.username = normalized(username);
        this.name = name;
    }

    /** User names are compared without regard to case. */
    static String normalized(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    void describe(Person told) {
        name = told.name();
        phone = told.phone();
        email = told.email();
        nip = told.nip();
        rank = told.rank();
        position = told.position();
    }

    /** Whether this is new. */
    boolean hold(Grant grant) {
        return roles.add(new RoleHeld(grant));
    }

    boolean giveUp(Grant grant) {
        return roles.remove(new RoleHeld(grant));
    }

    void deactivate() {
        active = false;
    }

    void reactivate() {
        active = true;
    }

    Person person() {
        var grants = roles.stream()
                .map(RoleHeld::grant)
                .sorted(Comparator.comparing(Grant::role).thenComparing(Grant::scope))
                .toList();
        return new Person(id, username, name, phone, email, nip, rank, position, active, grants);
    }
}
