package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.CurrentActor;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The emergency numbers of whoever reads a page, for their own area, confirmed ones only. Templates know it as {@code @emergencyNumbers}. */
@Component("emergencyNumbers")
public class EmergencyNumbers {

    private final Contacts contacts;
    private final DirectorySearch directory;

    EmergencyNumbers(Contacts contacts, DirectorySearch directory) {
        this.contacts = contacts;
        this.directory = directory;
    }

    /**
     * @param kind code, e.g. {@code AMBULANS}
     * @param place where it stands, so that "Polsek" of two districts can be told apart
     */
    public record Number(String kind, String name, String kindName, String place, String readable, String dial) {}

    /** For everybody who is signed in; empty without anybody. */
    public List<Number> ofReader() {
        return CurrentActor.get().stream()
                .flatMap(actor -> actor.widestAreas().stream())
                .flatMap(this::stream)
                .distinct()
                .toList();
    }

    public List<Number> of(String area) {
        return stream(area).toList();
    }

    private Stream<Number> stream(String area) {
        return contacts.emergency(area).stream()
                .flatMap(contact -> contact
                        .callable()
                        .map(number -> new Number(
                                contact.kind(),
                                contact.name(),
                                contacts.kindName(contact.kind()),
                                directory.place(contact.area()),
                                number.readable(),
                                number.dial()))
                        .stream());
    }
}
