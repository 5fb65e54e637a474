package id.deskpilkada.assignment;

import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One district's people as they stand.
 *
 * @param due when every village should have somebody, null where the schedule has no such date
 * @param gaps villages with TPS for which nobody is named
 * @param skNumber the newest decree in the district, proposed for the next naming
 */
record DistrictView(
        String election,
        String round,
        String district,
        String name,
        @Nullable Instant due,
        int gaps,
        int people,
        int trained,
        int practised,
        @Nullable String skNumber,
        @Nullable LocalDate skDate,
        List<VillageView> villages) {

    /**
     * @param village dotted code
     * @param stations codes of its TPS in the round; none: nobody is needed
     * @param covered whether each of its TPS has somebody, be it an admin of the village or an officer
     * @param missing TPS for which nobody is named; empty where nobody at all is
     */
    record VillageView(
            String village,
            String name,
            List<String> stations,
            boolean covered,
            List<String> missing,
            List<PersonView> people) {

        boolean needed() {
            return !stations.isEmpty();
        }

        boolean gap() {
            return needed() && !covered;
        }
    }

    /** @param tps null for an admin of the whole village */
    record PersonView(
            long id,
            @Nullable String tps,
            String username,
            String name,
            @Nullable String nip,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String position,
            @Nullable String skNumber,
            @Nullable LocalDate skDate,
            @Nullable Instant trainedAt,
            @Nullable Instant practisedAt,
            int letters,
            @Nullable Instant letterAt) {

        static PersonView of(Assigned one) {
            return new PersonView(
                    one.id(),
                    one.ofTps() ? one.area() : null,
                    one.username(),
                    one.name(),
                    one.nip(),
                    one.phone(),
                    one.email(),
                    one.position(),
                    one.skNumber(),
                    one.skDate(),
                    one.trainedAt(),
                    one.practisedAt(),
                    one.letters(),
                    one.letterAt());
        }
    }

    static DistrictView of(
            AssignmentCase about,
            String name,
            @Nullable Instant due,
            List<Region> villages,
            List<StationRef> stations,
            List<Assigned> people) {
        var shown = villages.stream()
                .map(village -> village(village, stations, people))
                .toList();
        var newest = people.stream().filter(one -> one.skNumber() != null).max(Comparator.comparingLong(Assigned::id));
        return new DistrictView(
                about.round().electionCode(),
                about.round().code(),
                Area.dotted(about.district()),
                name,
                due,
                (int) shown.stream().filter(VillageView::gap).count(),
                people.size(),
                (int) people.stream().filter(one -> one.trainedAt() != null).count(),
                (int) people.stream().filter(one -> one.practisedAt() != null).count(),
                newest.map(Assigned::skNumber).orElse(null),
                newest.map(Assigned::skDate).orElse(null),
                shown);
    }

    private static VillageView village(Region village, List<StationRef> stations, List<Assigned> people) {
        var own = stations.stream()
                .filter(station -> station.villageArea().equals(village.area()))
                .map(StationRef::code)
                .toList();
        var inCharge = people.stream()
                .filter(one -> one.villageArea().equals(village.area()))
                .toList();
        var missing = inCharge.stream().anyMatch(one -> !one.ofTps())
                ? List.<String>of()
                : own.stream()
                        .filter(code ->
                                inCharge.stream().noneMatch(one -> one.area().equals(code)))
                        .toList();
        return new VillageView(
                village.code(),
                village.name(),
                own,
                missing.isEmpty(),
                inCharge.isEmpty() ? List.of() : missing,
                inCharge.stream().map(PersonView::of).toList());
    }

    boolean everybodyReady() {
        return people == trained && people == practised;
    }

    boolean everySkKnown() {
        return villages.stream()
                .flatMap(village -> village.people().stream())
                .allMatch(person -> person.skNumber() != null && person.skDate() != null);
    }
}
