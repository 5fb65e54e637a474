package id.deskpilkada.staff;

import id.deskpilkada.platform.Grant;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** People for tests; everybody's password is {@link #PASSWORD}. */
public final class People {

    public static final String PASSWORD = "rahasia-orang-uji";

    private final Staff staff;
    private final Secrets secrets;

    public People(Staff staff, Secrets secrets) {
        this.staff = staff;
        this.secrets = secrets;
    }

    /** @param grants as {@code role@scope} */
    public Person add(String username, String name, String... grants) {
        var held = Stream.of(grants)
                .map(grant -> grant.split("@"))
                .map(parts -> new Grant(parts[0], parts[1]))
                .toList();
        staff.enrol(List.of(Person.enrolled(username, name, held)));
        var person = staff.person(username).orElseThrow();
        secrets.giveInitial(Map.of(person.id(), PASSWORD));
        return person;
    }
}
