package id.deskpilkada.voting.entry;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hours and places between which a reporter goes back and forth, with what each still misses. */
@Component
class EntryTabs {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    private final Elections elections;
    private final EntrySlots slots;
    private final EntryCounts counts;
    private final Regions regions;
    private final Clock clock;

    EntryTabs(Elections elections, EntrySlots slots, EntryCounts counts, Regions regions, Clock clock) {
        this.elections = elections;
        this.slots = slots;
        this.counts = counts;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * @param slot the one that is shown
     * @param due when it is due, in local time
     * @param late whether that is over
     * @param villages those of the reader; empty when it is one
     */
    record Strip(String slot, String due, boolean late, List<Tab> slots, List<Place> villages) {}

    /** @param open whether it may be filled in yet */
    record Tab(String slot, boolean open, boolean late, int missing) {}

    record Place(String area, String name, int missing) {}

    /** @param wanted null for the slot that the reader most likely means */
    Strip of(RoundRef round, @Nullable String wanted, String area, Actor actor) {
        var known = slots.of(round.id());
        var missing = counts.bySlot(round.id(), known, EntryPlaces.within(actor, area));
        var shown = known.stream()
                .filter(slot -> slot.slot().equals(wanted))
                .findFirst()
                .orElseGet(() -> slots.likely(known, missing));
        return new Strip(
                shown.slot(),
                shown.dueAt().atZone(regions.zone()).format(TIME),
                late(shown),
                known.stream()
                        .map(slot -> new Tab(
                                slot.slot(),
                                slots.opened(slot) || slot.equals(shown),
                                late(slot),
                                missing.getOrDefault(slot.slot(), 0)))
                        .toList(),
                villages(round, shown.slot(), actor));
    }

    private boolean late(SlotRef slot) {
        Instant now = clock.instant();
        return slot.dueAt().isBefore(now);
    }

    private List<Place> villages(RoundRef round, String slot, Actor actor) {
        var areas = EntryPlaces.of(actor);
        var villages = areas.stream()
                .filter(area -> area.length() >= EntryPlaces.VILLAGE)
                .map(EntryPlaces::village)
                .distinct()
                .toList();
        return villages.size() < 2
                ? List.of()
                : villages.stream()
                        .map(village -> new Place(
                                village,
                                regions.name(village),
                                areas.stream()
                                        .filter(area -> area.startsWith(village))
                                        .mapToInt(area -> counts.byPlace(round.id(), slot, area, EntryPlaces.VILLAGE)
                                                .getOrDefault(village, 0))
                                        .sum()))
                        .toList();
    }

    /** The places one level below a larger one that have TPS, with what each misses. */
    List<Place> places(RoundRef round, String slot, String area) {
        var children = regions.children(area);
        int digits = children.stream()
                .map(Region::area)
                .mapToInt(String::length)
                .findFirst()
                .orElse(EntryPlaces.VILLAGE);
        Map<String, Integer> missing = counts.byPlace(round.id(), slot, area, digits);
        var races = elections.races(round.electionId());
        return children.stream()
                .filter(child -> races.stream().anyMatch(race -> elections.expected(round, race, child.area()) > 0))
                .map(child -> new Place(child.area(), child.name(), missing.getOrDefault(child.area(), 0)))
                .toList();
    }
}
