package id.deskpilkada.incident.phone;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.staff.directory.Agencies;
import id.deskpilkada.staff.directory.EmergencyNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom to call from a place, confirmed numbers only: the three that save lives first. */
@Component
class EmergencyPhones {

    private static final int BESIDE_EACH_OTHER = 3;

    /** Those that stand first, in this order; whoever is missing leaves the place to the next. */
    private static final List<List<String>> FIRST =
            List.of(List.of("AMBULANS"), List.of("DAMKAR"), List.of("POLSEK", "POLISI"), List.of("DARURAT"));

    /** An agency's own number stands in where the directory has none of that kind. */
    private static final Map<String, String> OFFICES =
            new LinkedHashMap<>(Map.of("psc", "AMBULANS", "damkar", "DAMKAR", "polri", "POLISI", "bpbd", "BPBD"));

    private final EmergencyNumbers numbers;
    private final Agencies agencies;
    private final Messages messages;

    EmergencyPhones(EmergencyNumbers numbers, Agencies agencies, Messages messages) {
        this.numbers = numbers;
        this.agencies = agencies;
        this.messages = messages;
    }

    /** @param label as short as a button needs it */
    record Phone(String kind, String label, String name, String readable, String dial) {}

    /** @param first those that stand beside every step; @param others all the rest */
    record Phones(List<Phone> first, List<Phone> others) {}

    /** @param areas digits of places */
    Phones of(List<String> areas) {
        var all = new ArrayList<Phone>();
        areas.stream()
                .flatMap(area -> numbers.of(area).stream())
                .map(number -> phone(number.kind(), number.name(), number.readable(), number.dial()))
                .forEach(all::add);
        areas.forEach(area -> offices(area, all));
        var distinct = all.stream().distinct().toList();
        var saving = FIRST.stream()
                .flatMap(kinds -> kinds.stream()
                        .flatMap(kind -> distinct.stream()
                                .filter(phone -> phone.kind().equals(kind))
                                .limit(1))
                        .limit(1))
                .toList();
        var first = Stream.concat(saving.stream(), distinct.stream())
                .distinct()
                .limit(BESIDE_EACH_OTHER)
                .toList();
        return new Phones(
                first, distinct.stream().filter(phone -> !first.contains(phone)).toList());
    }

    private void offices(String area, List<Phone> all) {
        var known = all.stream().map(Phone::kind).toList();
        agencies.shown(area).stream()
                .filter(agency -> OFFICES.containsKey(agency.code()) && !known.contains(OFFICES.get(agency.code())))
                .forEach(agency -> agency.callable()
                        .ifPresent(number -> all.add(phone(
                                OFFICES.getOrDefault(agency.code(), ""),
                                agency.name(),
                                number.readable(),
                                number.dial()))));
    }

    private Phone phone(String kind, String name, String readable, String dial) {
        var key = "incident.phone.kind." + kind;
        var label = messages.text(key);
        return new Phone(kind, label.equals(key) ? name : label, name, readable, dial);
    }
}
