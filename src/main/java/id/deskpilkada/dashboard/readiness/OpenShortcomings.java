package id.deskpilkada.dashboard.readiness;

import id.deskpilkada.dashboard.Link;
import id.deskpilkada.dashboard.readiness.ReadinessView.Owner;
import id.deskpilkada.dashboard.readiness.ReadinessView.ShortcomingLine;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.readiness.ReadinessFacts;
import id.deskpilkada.readiness.ReadinessFacts.OwnerCount;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.directory.Agencies;
import id.deskpilkada.staff.directory.Agency;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is not mended yet, and who has to mend it. */
@Component
class OpenShortcomings {

    private static final int PER_PAGE = 25;

    private final ReadinessFacts facts;
    private final Agencies agencies;
    private final Regions regions;
    private final Clock clock;

    OpenShortcomings(ReadinessFacts facts, Agencies agencies, Regions regions, Clock clock) {
        this.facts = facts;
        this.agencies = agencies;
        this.regions = regions;
        this.clock = clock;
    }

    record Read(List<Owner> owners, Page<ShortcomingLine> list) {}

    Read read(ReadinessQuestion question, RoundRef round, Region place, Actor actor) {
        var known = agencies.all(place.code()).stream().collect(Collectors.toMap(Agency::code, agency -> agency));
        boolean calls = actor.may(Permission.CALL_REPORTERS, place.code());
        var owners = facts.openShortcomings(round.id(), place.area()).stream()
                .map(count -> owner(question, count, Optional.ofNullable(known.get(count.owner())), calls))
                .toList();
        return new Read(owners, list(question, round, place, known));
    }

    private Page<ShortcomingLine> list(
            ReadinessQuestion question, RoundRef round, Region place, Map<String, Agency> known) {
        var owner = question.owner().isBlank() ? null : question.owner();
        var page = facts.shortcomings(round.id(), place.area(), owner, question.list(), PER_PAGE);
        var now = clock.instant();
        var lines = page.items().stream()
                .map(one -> new ShortcomingLine(
                        ReadinessPlaces.name(one.tps()),
                        regions.name(one.villageArea()),
                        ReadinessPlaces.url(round, one.tps()),
                        name(one.owner(), Optional.ofNullable(known.get(one.owner()))),
                        one.dueAt() != null && one.dueAt().toInstant().isBefore(now),
                        one))
                .toList();
        return new Page<>(lines, page.page(), page.size(), page.total());
    }

    private static Owner owner(ReadinessQuestion question, OwnerCount count, Optional<Agency> agency, boolean calls) {
        var number = agency.filter(known -> calls).flatMap(Agency::callable);
        return new Owner(
                name(count.owner(), agency),
                count.open(),
                count.overdue(),
                new Link(
                        question.of(count.owner()).url() + "#kekurangan",
                        name(count.owner(), agency),
                        count.owner().equals(question.owner())),
                number.map(one -> one.dial()).orElse(null),
                number.map(one -> one.readable()).orElse(null));
    }

    private static String name(String owner, Optional<Agency> agency) {
        return agency.map(Agency::name)
                .orElseGet(
                        () -> owner.equals("camat") ? "Camat" : owner.isEmpty() ? "–" : owner.toUpperCase(Locale.ROOT));
    }
}
