package id.deskpilkada.voting.entry;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.staff.StartPage;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Whoever reports polling stations arrives at the form of the hour while it is open and misses one of theirs; after the last hour their list of forms is the better place. */
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
                        .filter(round -> isDue(round, actor))
                        .map(FormDueNow::form)
                        .findFirst()
                : Optional.empty();
    }

    private boolean isDue(RoundRef round, Actor actor) {
        var known = slots.of(round.id());
        if (known.isEmpty() || known.get(known.size() - 1).dueAt().isBefore(clock.instant())) {
            return false;
        }
        var missing = counts.bySlot(round.id(), known, EntryPlaces.of(actor));
        var slot = slots.likely(known, missing);
        return slots.opened(slot) && missing.getOrDefault(slot.slot(), 0) > 0;
    }

    private static String form(RoundRef round) {
        return UriComponentsBuilder.fromPath("/lapangan/pemungutan")
                .queryParam("election", round.electionCode())
                .queryParam("round", round.code())
                .build()
                .encode()
                .toString();
    }
}
