package id.deskpilkada.assignment;

import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the people proposed for one district, all of them, and names every fault. */
class AppointmentCheck {

    private final String district;
    private final Set<String> villages;
    private final Set<String> stations;
    private final Map<String, Person> officers = new HashMap<>();
    private final KnownPeople known;
    private final Regions regions;

    private final Set<String> places = new HashSet<>();
    private final Map<String, Person> bySign = new HashMap<>();
    private final Set<String> newNames = new HashSet<>();
    private final List<Appointment> appointments = new ArrayList<>();

    /** @param inCharge people of the district, without whoever is about to be replaced */
    AppointmentCheck(
            String district, List<StationRef> stations, List<Assigned> inCharge, KnownPeople known, Regions regions) {
        this.district = district;
        this.villages = regions.children(Area.dotted(district)).stream()
                .map(Region::area)
                .collect(Collectors.toSet());
        this.stations = stations.stream().map(StationRef::code).collect(Collectors.toSet());
        inCharge.stream()
                .filter(Assigned::ofTps)
                .forEach(one -> officers.put(one.area(), Person.enrolled(one.username(), one.name(), List.of())));
        this.known = known;
        this.regions = regions;
    }

    /** Those without a fault. */
    List<Appointment> appointments() {
        return appointments;
    }

    void check(Candidate candidate) {
        var area = area(candidate);
        var details = PersonDetails.read(candidate).orElse(null);
        if (area == null || details == null) {
            return;
        }
        var person = person(candidate, details);
        if (person == null || officerThere(candidate, area, person)) {
            return;
        }
        if (!places.add(area + " " + person.username())) {
            candidate.refuse("name", person.name(), "DUPLICATE_PERSON", person.name());
            return;
        }
        appointments.add(new Appointment(area, person, candidate.skNumber(), candidate.skDate()));
    }

    private @Nullable String area(Candidate candidate) {
        var village = Area.digits(candidate.village().strip());
        if (!village.startsWith(district) || !villages.contains(village)) {
            candidate.refuse("village", candidate.village(), "VILLAGE_NOT_OF_DISTRICT", regions.name(district));
            return null;
        }
        if (stations.stream().noneMatch(code -> code.startsWith(village))) {
            candidate.refuse("village", candidate.village(), "VILLAGE_WITHOUT_TPS", regions.name(village));
            return null;
        }
        var tps = candidate.person().tps();
        if (tps != null && (!tps.startsWith(village) || !stations.contains(tps))) {
            candidate.refuse("tps", tps, "TPS_NOT_OF_VILLAGE", regions.name(village));
            return null;
        }
        return tps == null ? village : tps;
    }

    private @Nullable Person person(Candidate candidate, PersonDetails details) {
        var username = candidate.person().username();
        if (username != null) {
            var picked = bySign(username.toLowerCase(Locale.ROOT), () -> known.byUsername(username));
            if (picked == null) {
                candidate.refuse("username", username, "UNKNOWN_PERSON", username);
                return null;
            }
            return ofThisDistrict(candidate, picked) ? remember(details.onto(picked)) : null;
        }
        for (var sign : signs(details)) {
            var same = bySign(sign.key(), sign.look());
            if (same != null) {
                return recognised(candidate, sign, same) ? remember(details.onto(same)) : null;
            }
        }
        return remember(newPerson(details));
    }

    /** @param field of the entry that carries it */
    private record Sign(String field, String key, Supplier<Optional<Person>> look) {}

    private List<Sign> signs(PersonDetails details) {
        var signs = new ArrayList<Sign>();
        var nip = details.nip();
        var phone = details.phone();
        if (nip != null) {
            signs.add(new Sign("nip", nip, () -> known.byNip(nip)));
        }
        if (phone != null) {
            signs.add(new Sign("phone", phone, () -> known.byPhone(new PhoneNumber(phone))));
        }
        return signs;
    }

    /** Of this form first, then of the staff list. */
    private @Nullable Person bySign(String key, Supplier<Optional<Person>> look) {
        var here = bySign.get(key);
        return here != null ? here : look.get().orElse(null);
    }

    private boolean recognised(Candidate candidate, Sign sign, Person same) {
        if (!ofThisDistrict(candidate, same)) {
            return false;
        }
        var typed = candidate.person();
        if (UserNames.same(same.name(), String.valueOf(typed.name()))) {
            return true;
        }
        if (sign.field().equals("nip")) {
            candidate.refuse("nip", typed.nip(), "NIP_OF_ANOTHER", same.name());
        } else {
            candidate.refuse("phone", typed.phone(), "PHONE_OF_ANOTHER", same.name());
        }
        return false;
    }

    /** Whoever names people may not reach accounts that reach further than the district. */
    private boolean ofThisDistrict(Candidate candidate, Person person) {
        var typed = candidate.person();
        var field = typed.username() != null ? "username" : "name";
        var value = typed.username() != null ? typed.username() : typed.name();
        if (!person.active()) {
            candidate.refuse(field, value, "PERSON_CLOSED", person.name());
            return false;
        }
        var elsewhere = person.grants().stream()
                .filter(grant -> !grant.area().startsWith(district))
                .findFirst();
        elsewhere.ifPresent(grant -> {
            if (grant.area().length() < district.length()) {
                candidate.refuse(field, value, "PERSON_OF_REGENCY");
            } else {
                candidate.refuse(
                        field,
                        value,
                        "PERSON_OF_OTHER_DISTRICT",
                        regions.name(grant.area().substring(0, district.length())));
            }
        });
        return elsewhere.isEmpty();
    }

    private boolean officerThere(Candidate candidate, String area, Person person) {
        var there = officers.get(area);
        if (there != null && !there.username().equals(person.username())) {
            candidate.refuse("tps", area, "TPS_HAS_OFFICER", there.name());
            return true;
        }
        if (candidate.person().tps() != null) {
            officers.put(area, person);
        }
        return false;
    }

    private Person newPerson(PersonDetails details) {
        var name = String.valueOf(details.name());
        var username = UserNames.propose(name, one -> newNames.contains(one) || known.taken(one));
        newNames.add(username);
        return details.onto(Person.enrolled(username, name, List.of()));
    }

    private Person remember(Person person) {
        bySign.put(person.username(), person);
        if (person.phone() != null) {
            bySign.put(person.phone(), person);
        }
        if (person.nip() != null) {
            bySign.put(person.nip(), person);
        }
        return person;
    }
}
