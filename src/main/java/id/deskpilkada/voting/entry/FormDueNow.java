package id.deskpilkada.voting.entry;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.staff.StartPage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Whoever reports polling stations arrives at the form of the hour while it is open and misses one of theirs; after the last hour their list of forms is the better place. In the app
 * for whoever reports a village or less; on the plain page for a district, which is more than a telephone shows.
 */
@Component
@Order(30)
class FormDueNow implements StartPage {

    private final Elections elections;
    private final EntrySlots slots;
    private final EntryCounts counts;
    private final Clock clock;

    FormDueNow(Elections elections, EntrySlots slots, EntryCounts counts, Clock clock) {
        this.elections = elections;
        this.slots = slots;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public Optional<String> of(Actor actor) {
        return actor.may(Permission.REPORT)
                ? elections.roundsThatCount().stream()
                        .flatMap(round -> due(round, actor).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<String> due(RoundRef round, Actor actor) {
        var known = slots.of(round.id());
        if (known.isEmpty() || known.get(known.size() - 1).dueAt().isBefore(clock.instant())) {
            return Optional.empty();
        }
        var areas = EntryPlaces.of(actor);
        var missing = counts.bySlot(round.id(), known, areas);
        var slot = slots.likely(known, missing);
        int left = missing.getOrDefault(slot.slot(), 0);
        if (!slots.opened(slot) || left == 0) {
            return Optional.empty();
        }
        if (areas.stream().anyMatch(area -> area.length() < EntryPlaces.VILLAGE)) {
            return Optional.of(about(UriComponentsBuilder.fromPath("/lapangan/pemungutan"), round));
        }
        return Optional.of("/lapangan#" + about(inTheApp(round, slot, areas, left), round));
    }

    /** One TPS is left: its form. Several: their list. */
    private UriComponentsBuilder inTheApp(RoundRef round, SlotRef slot, List<String> areas, int left) {
        var screen = UriComponentsBuilder.fromPath(left == 1 ? "/isi" : "/desa")
                .queryParam("kind", slot.kind())
                .queryParam("slot", slot.slot());
        if (left == 1) {
            areas.stream()
                    .flatMap(area -> counts.byPlace(round.id(), slot.slot(), area, EntryCounts.TPS).keySet().stream())
                    .forEach(tps -> screen.queryParam("tps", tps));
        }
        return screen;
    }

    private static String about(UriComponentsBuilder page, RoundRef round) {
        return page.queryParam("election", round.electionCode())
                .queryParam("round", round.code())
                .build()
                .encode()
                .toString();
    }
}
