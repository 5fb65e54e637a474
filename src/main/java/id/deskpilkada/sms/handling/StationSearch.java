package id.deskpilkada.sms.handling;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundKind;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import id.deskpilkada.sms.grammar.Damm;
import id.deskpilkada.sms.grammar.Said.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the polling station that somebody means, by its number alone where that is enough. */
@Component
class StationSearch {

    private static final int CODE = 13;
    private static final int VILLAGE = 10;
    private static final int LONGEST_NUMBER = 3;

    private final Elections elections;
    private final Regions regions;

    StationSearch(Elections elections, Regions regions) {
        this.elections = elections;
        this.regions = regions;
    }

    /** The practice that runs, the latest; null when none does. */
    @Nullable
    Long practice() {
        return elections.startedRounds().stream()
                .filter(round -> round.kind() == RoundKind.REHEARSAL)
                .map(RoundRef::id)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Started rounds, the latest first; the rehearsal only when it is meant. @throws Refusal {@code noRound} */
    List<RoundRef> rounds(boolean practice) {
        var rounds = elections.startedRounds().stream()
                .filter(round -> (round.kind() == RoundKind.REHEARSAL) == practice)
                .sorted(Comparator.comparingLong(RoundRef::id).reversed())
                .toList();
        if (rounds.isEmpty()) {
            throw new Refusal("noRound");
        }
        return rounds;
    }

    /** @throws Refusal {@code whichTps}, {@code wrongTps}, {@code wrongLetter}, {@code notYours}, {@code noRound} */
    Station find(Place place, List<Actor> senders, Permission permission, boolean practice) {
        var rounds = rounds(practice);
        var areas = senders.stream()
                .flatMap(sender -> sender.areas(permission).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var named = place.digits() == null ? only(areas) : meant(place.digits(), areas, rounds);
        var letter = place.letter();
        if (letter != null && Damm.letter(named) != letter) {
            throw new Refusal("wrongLetter", shown(place, named), letter.toString());
        }
        var round = rounds.stream()
                .filter(one -> elections.station(one, named).isPresent())
                .findFirst()
                .orElseThrow(() -> new Refusal("wrongTps", shown(place, named)));
        var sender = senders.stream()
                .filter(one -> one.may(permission, named))
                .max(Comparator.comparingInt(one -> nearest(one, permission, named)))
                .orElseThrow(() -> new Refusal("notYours", shown(place, named)));
        boolean certain = letter != null || sender.areas(permission).equals(List.of(named));
        return new Station(round, named, sender, regions.name(named.substring(0, VILLAGE)), certain);
    }

    private static String shown(Place place, String tps) {
        var digits = place.digits();
        return digits == null || digits.length() <= LONGEST_NUMBER ? tps.substring(VILLAGE) : digits;
    }

    private static int nearest(Actor sender, Permission permission, String tps) {
        return sender.areas(permission).stream()
                .filter(tps::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String only(Set<String> areas) {
        var own = areas.stream().filter(area -> area.length() == CODE).toList();
        if (own.size() != 1 || areas.size() != 1) {
            throw new Refusal("whichTps");
        }
        return own.get(0);
    }

    /** A code may be shortened by what the sender's place says already. */
    private String meant(String digits, Collection<String> areas, List<RoundRef> rounds) {
        if (digits.length() > CODE) {
            throw new Refusal("wrongTps", digits);
        }
        var tail = digits.length() < LONGEST_NUMBER ? "%03d".formatted(Integer.parseInt(digits)) : digits;
        int head = CODE - tail.length();
        var known = areas.stream()
                .filter(area -> area.length() >= head)
                .map(area -> area.substring(0, head) + tail)
                .distinct()
                .filter(code -> rounds.stream()
                        .anyMatch(round -> elections.station(round, code).isPresent()))
                .toList();
        if (known.size() > 1) {
            throw new Refusal("whichVillage", tail);
        }
        if (known.isEmpty() && areas.stream().noneMatch(area -> area.length() >= head)) {
            throw new Refusal("whichVillage", digits);
        }
        return known.stream().findFirst().orElseThrow(() -> new Refusal("wrongTps", tail));
    }
}
