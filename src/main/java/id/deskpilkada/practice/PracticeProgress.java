package id.deskpilkada.practice;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has practised which form, place by place, and whom to call. Over all districts, because whoever reports somewhere may belong to another; the reader's own area is asked first. */
@Service
@Transactional(readOnly = true)
class PracticeProgress {

    private static final int VILLAGE = 10;

    private final Elections elections;
    private final Regions regions;
    private final PracticePeople people;

    PracticeProgress(Elections elections, Regions regions, PracticePeople people) {
        this.elections = elections;
        this.regions = regions;
        this.people = people;
    }

    /**
     * One place. @param region code @param people who report from there @param practised of them those who sent a practice report
     */
    record Line(String region, String name, int people, int practised) {}

    /** @param kinds of reports that were practised, by code; {@code FORM} for the short form of {@code /lapangan/latihan} */
    record Reporter(String name, String role, String region, String place, @Nullable String phone, List<String> kinds) {

        boolean practised() {
            return !kinds.isEmpty();
        }
    }

    /** What is asked for; null is what is nearest. @param practised null for everybody */
    record Asked(
            @Nullable String election, @Nullable String round, @Nullable String region, @Nullable Boolean practised) {}

    /** @throws Problem 404 for a round that is not known, 409 {@code NOT_A_PRACTICE} */
    Optional<RoundRef> round(Asked asked) {
        if (asked.election() != null && asked.round() != null) {
            var named = elections.named(asked.election(), asked.round());
            if (!named.rehearsal()) {
                throw Problem.conflict("NOT_A_PRACTICE", named.code());
            }
            return Optional.of(named);
        }
        return elections.startedRounds().stream().filter(RoundRef::rehearsal).findFirst();
    }

    /** @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION} */
    Region region(Asked asked, Actor actor) {
        actor.require(Permission.CALL_REPORTERS);
        return regions.asked(asked.region(), Permission.CALL_REPORTERS, actor);
    }

    /** The places one level below, by code; those of a village are its polling stations. */
    List<Line> places(RoundRef round, Region region) {
        int digits = Area.digitsBelow(region.area());
        return people.counts(round, region.area(), digits).stream()
                .map(count ->
                        new Line(Area.dotted(count.place()), name(count.place()), count.people(), count.practised()))
                .toList();
    }

    /** The sum over {@link #places}. */
    Line whole(RoundRef round, Region region) {
        var counted = people.counts(round, region.area(), region.area().length());
        return counted.isEmpty()
                ? new Line(region.code(), region.name(), 0, 0)
                : new Line(
                        region.code(),
                        region.name(),
                        counted.get(0).people(),
                        counted.get(0).practised());
    }

    Page<Reporter> reporters(RoundRef round, Region region, @Nullable Boolean practised, Page.Window window) {
        var found = people.page(round, region.area(), practised, window).stream()
                .map(this::reporter)
                .toList();
        return new Page<>(found, window.page(), window.size(), people.count(round, region.area(), practised));
    }

    private Reporter reporter(PracticePeople.Row row) {
        return new Reporter(
                row.name(), row.role(), Area.dotted(row.area()), name(row.area()), row.phone(), row.kindList());
    }

    private String name(String area) {
        return area.length() > VILLAGE
                ? "TPS " + area.substring(VILLAGE) + " " + regions.name(area.substring(0, VILLAGE))
                : regions.name(area);
    }
}
